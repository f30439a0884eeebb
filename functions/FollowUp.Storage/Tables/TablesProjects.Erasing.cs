using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

// Azure Tables keeps no copy of a row that was deleted or replaced.
sealed partial class TablesProjects
{
    public async ValueTask ErasePerson(string projectId, CancellationToken cancellation)
    {
        await mailbox.Erase(projectId, cancellation);
        if (!await ForgetPerson(projectId, cancellation)) return;

        // The dossier last: as long as it is there, whoever looks sees that a crash left the erasure undone.
        var partitionKey = Keys.Part(projectId);
        foreach (var words in await partition.Rows(projectId, CommitRows.Words, cancellation))
            await projects.Remove(partitionKey, words.RowKey, cancellation);
        await readModels.Mend(projectId, thoroughly: true, cancellation, decided: false);
        await projects.Remove(partitionKey, Partition.DossierRow, cancellation);
    }

    /// <summary>
    /// Says in the snapshot that nothing is known of the person any more. A commit under way then finds another snapshot than it was
    /// decided on, so that it does not bring back into the index what is erased from it.
    /// </summary>
    /// <returns>False when there is no such project.</returns>
    async Task<bool> ForgetPerson(string projectId, CancellationToken cancellation)
    {
        while (true)
        {
            if (await partition.Snapshot(projectId, cancellation) is not var (known, _)) return false;
            var snapshot = new TableEntity(Keys.Part(projectId), Known.Row) { ["Person"] = false };
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
