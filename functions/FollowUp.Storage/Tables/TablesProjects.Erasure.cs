using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

// Erasure deletes rows: Azure Tables keeps no copy of a deleted or replaced row.
sealed partial class TablesProjects
{
    public async ValueTask ErasePerson(string projectId, CancellationToken cancellation)
    {
        await mailbox.Erase(projectId, cancellation);
        if (!await ClearPersonFlag(projectId, cancellation)) return;

        // The dossier is deleted last: while it exists, a caller sees that an erasure was interrupted and repeats it.
        var partitionKey = Keys.Escape(projectId);
        foreach (var text in await partition.LoadRows(projectId, CommitRows.PersonalTexts, cancellation))
            await projects.Remove(partitionKey, text.RowKey, cancellation);
        await EraseMails(projectId, cancellation);
        await EraseDigests(projectId, cancellation);
        await updater.RepairWithoutDecision(projectId, cancellation);
        await projects.Remove(partitionKey, ProjectPartition.DossierRow, cancellation);

        // A mail that was just being sent may have been kept since; without the dossier none is kept any more.
        await EraseMails(projectId, cancellation);
        await mailbox.Erase(projectId, cancellation);
    }

    async Task EraseMails(string projectId, CancellationToken cancellation)
    {
        foreach (var mail in await partition.LoadRows(projectId, SentMailRows.Prefix, cancellation))
            await projects.Remove(mail.PartitionKey, mail.RowKey, cancellation);
    }

    /// <summary>
    /// Blanks the digests of requests that had personal data: whoever has a guess could test it against them. A repeat under such a key is then another
    /// request. The setting with the first use of a key has the same digest.
    /// </summary>
    async Task EraseDigests(string projectId, CancellationToken cancellation)
    {
        foreach (var row in await partition.LoadRows(projectId, CommitRows.IdempotencyRowKey(""), cancellation))
        {
            if (row.GetString("Key") is not { } key || !key.StartsWith("api.", StringComparison.Ordinal)) continue;
            await settings.Remove($"idempotency-key.{key}", cancellation);
            var blank = new TableEntity(row.PartitionKey, row.RowKey) { ["Digest"] = "" };
            await projects.TryUpdate(blank, row.ETag, TableUpdateMode.Merge, cancellation);
        }
    }

    /// <summary>
    /// Marks in the snapshot that the person was erased. A commit under way then conflicts, so that it does not write personal data into the
    /// index again.
    /// </summary>
    /// <returns>False when there is no such project.</returns>
    async Task<bool> ClearPersonFlag(string projectId, CancellationToken cancellation)
    {
        while (true)
        {
            if (await partition.LoadSnapshot(projectId, cancellation) is not var (stored, _)) return false;
            var snapshot = new TableEntity(Keys.Escape(projectId), StoredVersion.RowKey) { ["Person"] = false };
            try
            {
                await projects.UpdateEntityAsync(snapshot, stored.ETag, TableUpdateMode.Merge, cancellation);
                return true;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
            }
        }
    }
}
