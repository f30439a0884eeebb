using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Projects;

namespace FollowUp.Local.ImportExport;

/// <summary>Imports projects: submits them by the same rules and the same command as the website API, or restores an export.</summary>
/// <param name="mode">What to do with a valid project.</param>
sealed class SubmissionImport(ProjectCommands commands, IProjectStore store, SubmissionReader reader, ImportMode mode)
{
    /// <summary>The number of submissions at once, which share flushes of the disk.</summary>
    const int BatchSize = 256;

    public sealed record ImportCounts(int Created, int Existing, int Rejected);

    /// <summary>Imports every project. One that is refused does not stop the others. Idempotent: a project that exists is counted as existing.</summary>
    /// <param name="items">The projects of the file.</param>
    /// <param name="report">Receives a line for each rule that a project breaks.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async Task<ImportCounts> Run(IReadOnlyList<ImportItem> items, Func<string, Task> report, CancellationToken cancellation)
    {
        var counts = new ImportCounts(0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in items.Chunk(BatchSize))
        {
            // Two submissions with the same id are submitted in the order of the file.
            var outcomes = new List<Task<ImportOutcome>>();
            foreach (var item in chunk)
            {
                outcomes.Add(seen.Add(GetId(item) ?? item.Place) ? ImportOne(item, cancellation) : ImportAfter(outcomes.ToArray(), item, cancellation));
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

    async Task<ImportOutcome> ImportAfter(Task<ImportOutcome>[] before, ImportItem item, CancellationToken cancellation)
    {
        await Task.WhenAll(before);
        return await ImportOne(item, cancellation);
    }

    async Task<ImportOutcome> ImportOne(ImportItem item, CancellationToken cancellation)
    {
        try
        {
            return item.Errors.IsEmpty ? await ImportReadable(item, cancellation) : new ImportOutcome(Created: false, item.Errors);
        }
        catch (FormatException unreadable)
        {
            return new ImportOutcome(Created: false, [unreadable.Message]);
        }
    }

    async Task<ImportOutcome> ImportReadable(ImportItem item, CancellationToken cancellation)
    {
        if (item.Json is not { } json)
        {
            return await ImportErased(item, cancellation);
        }

        var (submission, errors) = reader.Read(json, Language.English);
        if (submission is null)
        {
            return new ImportOutcome(Created: false, [.. errors.SelectMany(e => e.Value.Select(rule => $"{e.Key}: {rule}"))]);
        }

        // Submitting loads the project itself.
        var revived = mode == ImportMode.Restore ? null : item.State?.DescribeRevived(submission.Command.MayCall);
        var stored = mode != ImportMode.Submit || revived is not null ? await store.Load(submission.Command.ProjectId, cancellation) : null;
        if (revived is not null && stored is null)
        {
            return Refuse($"state: {revived}, and a plain import would start it over; --restore brings it back as it was");
        }

        if (mode == ImportMode.DryRun || (mode == ImportMode.Restore && item.State is not null && stored is not null))
        {
            var dossier = stored is null ? null : await store.LoadDossier(submission.Command.ProjectId, cancellation);
            return stored is null ? new ImportOutcome(Created: true, [])
                : dossier is not null && submission.HasDigest(dossier.SubmissionDigest) ? new ImportOutcome(Created: false, [])
                : Refuse("id: a project with other content has this id already");
        }

        if (mode == ImportMode.Restore && item.State is { } state)
        {
            var restored = await commands.Restore(submission.Command, state.ToRestoredState(), state.IsErased ? null : submission.Dossier, cancellation);
            return new ImportOutcome(restored.Created, []);
        }

        return await commands.Submit(submission.Command, submission.Dossier, earlierDigests: submission.EarlierDigests, cancellation: cancellation) switch
        {
            CommandResult.Succeeded done => new ImportOutcome(done.Created, []),
            CommandResult.Refused => Refuse("submittedAt: the person was erased after this submission, which is not taken any more"),
            CommandResult.SubmissionConflict => Refuse("id: a project with other content has this id already"),
            var other => throw new InvalidOperationException($"Submitting a project returned the unexpected result {other.GetType().Name}."),
        };
    }

    async Task<ImportOutcome> ImportErased(ImportItem item, CancellationToken cancellation)
    {
        if (mode != ImportMode.Restore || item.State is null)
        {
            return item.State?.Id is { } id && await store.Load(id, cancellation) is not null
                ? new ImportOutcome(Created: false, [])
                : Refuse("submission: the person was erased, so there is nothing to submit; --restore brings the project back as it was");
        }

        return new ImportOutcome((await commands.Restore(item.State.ToErasedSubmission(), item.State.ToRestoredState(), dossier: null, cancellation)).Created, []);
    }

    static ImportOutcome Refuse(string error) => new(Created: false, [error]);

    static string? GetId(ImportItem item) => item.Json is not { } json ? item.State?.Id
        : json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    sealed record ImportOutcome(bool Created, IReadOnlyList<string> Errors);
}
