using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Writes commits. After a conflict or timeout, it re-reads the snapshot: the commit id in it tells whether our write succeeded. A timeout may
/// hide a success, and the client library's retry of a lost answer then gets a conflict with its own first call.
/// </summary>
sealed class CommitWriter(TableClient projects, ProjectPartition partition, IndexUpdater updater, SnapshotCache snapshots, TablesPersons persons)
{
    const int MaxAttempts = 4;

    /// <returns>False when the project or its person is at another version or the idempotency key is taken; then nothing is written.</returns>
    /// <exception cref="CommitTooLargeException">The commit exceeds a limit of Azure Tables. Nothing is written.</exception>
    /// <exception cref="RequestFailedException">The service failed at every attempt. The commit may be written or not.</exception>
    /// <remarks>Cancellation has an effect only before the first write.</remarks>
    public async Task<bool> TryCommit(Commit commit, CancellationToken cancellation)
    {
        var rows = new CommitRows(commit, RandomNumberGenerator.GetHexString(16, lowercase: true));
        var project = commit.After.Id;
        if (commit is { ExpectedVersion: 0, Person: null }) await persons.ForgetCoverage(cancellation);
        var before = commit.ExpectedVersion == 0 ? null : snapshots.Find(project, commit.ExpectedVersion) ?? await Read(project, cancellation);
        if ((before?.Version ?? 0) != commit.ExpectedVersion) return false;

        var pending = new PendingIndexUpdate(project, rows.Id);
        var claim = ClaimPerson(commit, rows.Id, cancellation);
        await Task.WhenAll(claim, updater.MarkPending(pending, cancellation));
        if (!await claim)
        {
            await updater.ClearPending(pending);
            return false;
        }

        if (await Write(commit, rows, before) is not WriteResult.Written written)
        {
            if (commit.Person is { } lost) await WithdrawClaim(commit, lost.After.Id, rows.Id);
            await updater.ClearPending(pending);
            return false;
        }

        snapshots.Add(written.Version);
        updater.Enqueue(new IndexChange.OfCommit(pending, written.Before?.Entry, written.Version, commit));
        return true;
    }

    async Task<bool> ClaimPerson(Commit commit, string claim, CancellationToken cancellation) =>
        commit.Person is not { } change || await persons.TryClaim(change, commit.After.Id, claim, cancellation);

    async Task WithdrawClaim(Commit commit, string personId, string claim)
    {
        var id = commit.After.Id;
        var committed = (await partition.LoadSnapshot(id, CancellationToken.None))?.Project;
        var entries = committed is null ? [] : await partition.LoadEntries(id, 1, committed.Version, CancellationToken.None);
        ImmutableArray<RecordedEvent> timeline = [.. entries.Select(entry => TimelineJson.Read(entry.Json))];

        // The submission that was committed may be another client's.
        await persons.Withdraw(personId, person => PersonEvolution.Withdraw(
            person, id, claim, committed is not null && person.Clients.Contains(committed.ClientId) ? timeline : []));
    }

    async Task<WriteResult> Write(Commit commit, CommitRows rows, StoredVersion? before)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var responses = await projects.SubmitTransactionAsync(rows.BuildTransaction(before), CancellationToken.None);
                return new WriteResult.Written(rows.BuildStoredVersion(before) with { ETag = responses.Value[0].Headers.ETag ?? default }, before);
            }
            catch (Exception failure) when (IsConflict(failure) || IsOutcomeUnknown(failure))
            {
                var now = await Read(commit.After.Id, CancellationToken.None);
                if (now?.Commit == rows.Id) return new WriteResult.Written(now, before);

                // A newer commit may have replaced our snapshot already; our other rows still carry our id.
                if (now is not null && await WasWritten(commit.After.Id, rows)) return new WriteResult.Written(rows.BuildStoredVersion(before), before);
                if ((now?.Version ?? 0) != commit.ExpectedVersion || await HasIdempotencyRecord(commit)) return new WriteResult.Lost();
                if (attempt == MaxAttempts) throw;
                before = now;
            }
        }
    }

    async Task<StoredVersion?> Read(string project, CancellationToken cancellation) => (await partition.LoadSnapshot(project, cancellation))?.Stored;

    async Task<bool> WasWritten(string project, CommitRows rows) =>
        rows.RowKeysWithCommitId.FirstOrDefault() is { } key
        && await projects.Find(Keys.Escape(project), key, CancellationToken.None, ["Commit"]) is { } row
        && row.GetString("Commit") == rows.Id;

    async Task<bool> HasIdempotencyRecord(Commit commit) =>
        commit.IdempotencyRecord is { } record
        && await projects.Find(Keys.Escape(commit.After.Id), CommitRows.IdempotencyRowKey(record.Key), CancellationToken.None, ["Commit"]) is not null;

    static bool IsConflict(Exception failure) => failure is RequestFailedException { Status: 404 or 409 or 412 };

    /// <summary>Whether the call may have taken place all the same: there was no answer, or the service answered that it is in trouble.</summary>
    static bool IsOutcomeUnknown(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.All(IsOutcomeUnknown),
        _ => failure is IOException or HttpRequestException or OperationCanceledException or TimeoutException,
    };
}
