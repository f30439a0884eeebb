using System.Text.Json;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Local;

/// <summary>Takes submissions by the same rules and the same way in as the website's.</summary>
sealed class Import(ProjectCommands desk, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>So many at once share one flush of the disk.</summary>
    const int Together = 256;

    public sealed record Tally(int Taken, int Known, int Refused);

    /// <param name="report">Gets a line for each rule that a submission breaks.</param>
    public async Task<Tally> Run(
        IReadOnlyList<(string Place, JsonElement Json)> submissions, Func<string, Task> report, CancellationToken cancellation)
    {
        var tally = new Tally(0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in submissions.Chunk(Together))
        {
            // In the order of the file: which of two with one id came first must not depend on luck.
            var verdicts = new List<Task<Verdict>>();
            foreach (var (place, json) in chunk)
            {
                verdicts.Add(seen.Add(IdOf(json) ?? place) ? Take(json, cancellation) : TakeAfter(verdicts.ToArray(), json, cancellation));
            }

            for (var i = 0; i < chunk.Length; i++)
            {
                var verdict = await verdicts[i];
                foreach (var fault in verdict.Faults)
                {
                    await report($"{chunk[i].Place}: {fault}");
                }

                tally = verdict switch
                {
                    { Faults.Count: > 0 } => tally with { Refused = tally.Refused + 1 },
                    { Created: true } => tally with { Taken = tally.Taken + 1 },
                    _ => tally with { Known = tally.Known + 1 },
                };
            }
        }

        return tally;
    }

    async Task<Verdict> TakeAfter(Task<Verdict>[] before, JsonElement json, CancellationToken cancellation)
    {
        await Task.WhenAll(before);
        return await Take(json, cancellation);
    }

    async Task<Verdict> Take(JsonElement json, CancellationToken cancellation)
    {
        var check = new InputValidator(Language.English, Instant.FromDateTimeOffset(time.GetUtcNow()), calendar);
        if (Submission.FromJson(json, check) is not { } submission)
        {
            return new Verdict(Created: false, [.. check.Errors.SelectMany(e => e.Value.Select(rule => $"{e.Key}: {rule}"))]);
        }

        return await desk.Submit(submission.Command, submission.Dossier, once: null, cancellation) switch
        {
            CommandResult.Succeeded done => new Verdict(done.Created, []),
            CommandResult.SubmissionConflict => new Verdict(Created: false, ["id: a project with other content has this id already"]),
            var other => throw new InvalidOperationException($"A submission was answered by {other.GetType().Name}."),
        };
    }

    static string? IdOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    sealed record Verdict(bool Created, IReadOnlyList<string> Faults);
}
