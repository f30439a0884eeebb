using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

// Azure Tables keeps no copy of a row that was deleted or replaced.
sealed partial class TablesProjects
{
    public async ValueTask ErasePerson(string projectId, CancellationToken cancellation)
    {
        await mailbox.Erase(projectId, cancellation);
        if (!await ClearPersonFlag(projectId, cancellation)) return;

        // The dossier last: as long as it is there, whoever looks sees that a crash left the erasure undone.
        var partitionKey = Keys.Escape(projectId);
        foreach (var words in await partition.LoadRows(projectId, CommitRows.PersonalTexts, cancellation))
            await projects.Remove(partitionKey, words.RowKey, cancellation);
        await readModels.Repair(projectId, thoroughly: true, cancellation, decided: false);
        await projects.Remove(partitionKey, ProjectPartition.DossierRow, cancellation);
    }

    /// <summary>
    /// Says in the snapshot that nothing is known of the person any more. A commit under way then finds another snapshot than it was
    /// decided on, so that it does not bring back into the index what is erased from it.
    /// </summary>
    /// <returns>False when there is no such project.</returns>
    async Task<bool> ClearPersonFlag(string projectId, CancellationToken cancellation)
    {
        while (true)
        {
            if (await partition.LoadSnapshot(projectId, cancellation) is not var (known, _)) return false;
            var snapshot = new TableEntity(Keys.Escape(projectId), StoredVersion.RowKey) { ["Person"] = false };
            try
            {
                await projects.UpdateEntityAsync(snapshot, known.ETag, TableUpdateMode.Merge, cancellation);
                return true;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
            }
        }
    }
}
