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
        await updater.RepairWithoutDecision(projectId, cancellation);
        await projects.Remove(partitionKey, ProjectPartition.DossierRow, cancellation);

        // A mail that was just being sent may have been kept since; without the dossier none is kept any more.
        await EraseMails(projectId, cancellation);
    }

    async Task EraseMails(string projectId, CancellationToken cancellation)
    {
        foreach (var mail in await partition.LoadRows(projectId, SentMailRows.Prefix, cancellation))
            await projects.Remove(mail.PartitionKey, mail.RowKey, cancellation);
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
