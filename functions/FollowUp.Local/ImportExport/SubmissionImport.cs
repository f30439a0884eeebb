using System.Text.Json;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Projects;

namespace FollowUp.Local.ImportExport;

/// <summary>Submits imported projects by the same rules and the same command as the website API.</summary>
sealed class SubmissionImport(ProjectCommands commands, SubmissionReader reader)
{
    /// <summary>The number of submissions at once, which share flushes of the disk.</summary>
    const int BatchSize = 256;

    public sealed record ImportCounts(int Created, int Existing, int Rejected);

    /// <summary>Submits every project. A submission that is refused does not stop the others. Idempotent: a project that exists is counted as existing.</summary>
    /// <param name="submissions">The submissions and their places in the file.</param>
    /// <param name="report">Receives a line for each rule that a submission breaks.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async Task<ImportCounts> Run(
        IReadOnlyList<(string Place, JsonElement Json)> submissions, Func<string, Task> report, CancellationToken cancellation)
    {
        var counts = new ImportCounts(0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in submissions.Chunk(BatchSize))
        {
            // Two submissions with the same id are submitted in the order of the file.
            var outcomes = new List<Task<ImportOutcome>>();
            foreach (var (place, json) in chunk)
            {
                outcomes.Add(seen.Add(GetId(json) ?? place) ? ImportOne(json, cancellation) : ImportAfter(outcomes.ToArray(), json, cancellation));
            }

            for (var i = 0; i < chunk.Length; i++)
            {
                var outcome = await outcomes[i];
                foreach (var error in outcome.Errors)
                {
                    await report($"{chunk[i].Place}: {error}");
                }

                counts = outcome switch
                {
                    { Errors.Count: > 0 } => counts with { Rejected = counts.Rejected + 1 },
                    { Created: true } => counts with { Created = counts.Created + 1 },
                    _ => counts with { Existing = counts.Existing + 1 },
                };
            }
        }

        return counts;
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

        return await commands.Submit(submission.Command, submission.Dossier, cancellation: cancellation) switch
        {
            CommandResult.Succeeded done => new ImportOutcome(done.Created, []),
            CommandResult.SubmissionConflict => new ImportOutcome(Created: false, ["id: a project with other content has this id already"]),
            var other => throw new InvalidOperationException($"Submitting a project returned the unexpected result {other.GetType().Name}."),
        };
    }

    static string? GetId(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    sealed record ImportOutcome(bool Created, IReadOnlyList<string> Errors);
}
