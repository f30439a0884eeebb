using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Writes commits. An answer from Azure may be lost after the write took place, and the repeat of the call is then told of a conflict, with
/// itself. So nobody believes a conflict or a failure before having looked: the snapshot names the commit that made it.
/// </summary>
sealed class CommitWriter(TableClient projects, ProjectPartition partition, IndexUpdater readModels, SnapshotCache recent)
{
    const int MaxAttempts = 4;

    /// <returns>False when the project is at another version or the request was taken already: nothing was written.</returns>
    /// <exception cref="CommitTooLargeException">Azure Tables has no room for it: nothing was written.</exception>
    public async Task<bool> TryCommit(Commit commit, CancellationToken cancellation)
    {
        var rows = new CommitRows(commit, RandomNumberGenerator.GetHexString(16, lowercase: true));
        var project = commit.After.Id;
        var before = commit.ExpectedVersion == 0 ? null : recent.Find(project, commit.ExpectedVersion) ?? await Read(project, cancellation);
        if ((before?.Version ?? 0) != commit.ExpectedVersion) return false;

        // From here on it is not given up any more: nobody could tell whether it took place.
        var owing = new PendingIndexUpdate(project, rows.Id);
        await readModels.MarkPending(owing, cancellation);
        var (written, over) = await Write(commit, rows, before);
        if (written is null)
        {
            await readModels.ClearPending(owing);
            return false;
        }

        recent.Add(written);
        try
        {
            await readModels.Apply(owing, over?.Footprint, written, commit.After, commit.Messages, commit.Dossier);
        }
        catch (Exception failure) when (IsOutcomeUnknown(failure))
        {
            // The decision stands. What the read models owe is written down, and whoever looks for due projects makes it good.
        }

        return true;
    }

    /// <returns>The snapshot that it made, over which one; null when it lost to another commit.</returns>
    async Task<(StoredVersion? Written, StoredVersion? Over)> Write(Commit commit, CommitRows rows, StoredVersion? before)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answers = await projects.SubmitTransactionAsync(rows.BuildTransaction(before), CancellationToken.None);
                return (rows.BuildStoredVersion(before) with { ETag = answers.Value[0].Headers.ETag ?? default }, before);
            }
            catch (Exception failure) when (IsConflict(failure) || IsOutcomeUnknown(failure))
            {
                var now = await Read(commit.After.Id, CancellationToken.None);
                if (now?.Commit == rows.Id || (now is not null && await WasWritten(commit.After.Id, rows)))
                {
                    // One's own, perhaps with newer ones on top.
                    return (now.Commit == rows.Id ? now : rows.BuildStoredVersion(before), before);
                }

                if ((now?.Version ?? 0) != commit.ExpectedVersion || await HasIdempotencyRecord(commit)) return (null, null);
                if (attempt == MaxAttempts) throw;
                before = now;
            }
        }
    }

    async Task<StoredVersion?> Read(string project, CancellationToken cancellation) => (await partition.LoadSnapshot(project, cancellation))?.Known;

    async Task<bool> WasWritten(string project, CommitRows rows) =>
        rows.RowKeysWithCommitId.FirstOrDefault() is { } trace
        && await projects.Find(Keys.Escape(project), trace, CancellationToken.None, ["Commit"]) is { } row
        && row.GetString("Commit") == rows.Id;

    async Task<bool> HasIdempotencyRecord(Commit commit) =>
        commit.IdempotencyRecord is { } receipt
        && await projects.Find(Keys.Escape(commit.After.Id), CommitRows.IdempotencyRowKey(receipt.Key), CancellationToken.None, ["Commit"]) is not null;

    static bool IsConflict(Exception failure) => failure is RequestFailedException { Status: 404 or 409 or 412 };

    /// <summary>Failures after which nobody knows whether the call took place: no answer, or one that the service was in trouble.</summary>
    static bool IsOutcomeUnknown(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.All(IsOutcomeUnknown),
        _ => failure is IOException or HttpRequestException or OperationCanceledException or TimeoutException,
    };
}
