using System.Text.Json;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Projects;

namespace FollowUp.Local.ImportExport;

/// <summary>Takes submissions by the same rules and the same way in as the website's.</summary>
sealed class SubmissionImport(ProjectCommands desk, SubmissionReader reader)
{
    /// <summary>So many at once share one flush of the disk.</summary>
    const int BatchSize = 256;

    public sealed record ImportCounts(int Created, int Existing, int Rejected);

    /// <param name="report">Gets a line for each rule that a submission breaks.</param>
    public async Task<ImportCounts> Run(
        IReadOnlyList<(string Place, JsonElement Json)> submissions, Func<string, Task> report, CancellationToken cancellation)
    {
        var tally = new ImportCounts(0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in submissions.Chunk(BatchSize))
        {
            // In the order of the file: which of two with one id came first must not depend on luck.
            var verdicts = new List<Task<ImportOutcome>>();
            foreach (var (place, json) in chunk)
            {
                verdicts.Add(seen.Add(GetId(json) ?? place) ? ImportOne(json, cancellation) : ImportAfter(verdicts.ToArray(), json, cancellation));
            }

            for (var i = 0; i < chunk.Length; i++)
            {
                var verdict = await verdicts[i];
                foreach (var fault in verdict.Errors)
                {
                    await report($"{chunk[i].Place}: {fault}");
                }

                tally = verdict switch
                {
                    { Errors.Count: > 0 } => tally with { Rejected = tally.Rejected + 1 },
                    { Created: true } => tally with { Created = tally.Created + 1 },
                    _ => tally with { Existing = tally.Existing + 1 },
                };
            }
        }

        return tally;
    }

    async Task<ImportOutcome> ImportAfter(Task<ImportOutcome>[] before, JsonElement json, CancellationToken cancellation)
    {
        await Task.WhenAll(before);
        return await ImportOne(json, cancellation);
    }

    async Task<ImportOutcome> ImportOne(JsonElement json, CancellationToken cancellation)
    {
        var (submission, errors) = reader.Read(json, Language.English);
        if (submission is null)
        {
            return new ImportOutcome(Created: false, [.. errors.SelectMany(e => e.Value.Select(rule => $"{e.Key}: {rule}"))]);
        }

        return await desk.Submit(submission.Command, submission.Dossier, cancellation: cancellation) switch
        {
            CommandResult.Succeeded done => new ImportOutcome(done.Created, []),
            CommandResult.SubmissionConflict => new ImportOutcome(Created: false, ["id: a project with other content has this id already"]),
            var other => throw new InvalidOperationException($"A submission was answered by {other.GetType().Name}."),
        };
    }

    static string? GetId(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    sealed record ImportOutcome(bool Created, IReadOnlyList<string> Errors);
}
