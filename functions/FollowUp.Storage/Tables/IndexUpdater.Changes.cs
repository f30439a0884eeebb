using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

// Changes: what follows a write of the projects table, in groups.
sealed partial class IndexUpdater
{
    /// <summary>Half of what a transaction takes, since a row counts more in a request than in the table.</summary>
    const long MaxGroupBytes = 1024 * 1024;

    /// <summary>The changes of one commit have about ten rows.</summary>
    const int MaxGroup = 16;

    /// <summary>A transaction names a row once, so the second change of a project waits for the next group.</summary>
    static int GetGroupSize(IReadOnlyCollection<IndexChange> waiting)
    {
        var projects = new HashSet<string>(StringComparer.Ordinal);
        return waiting.Take(MaxGroup).TakeWhile(change => projects.Add(change.Project)).Count();
    }

    async Task WriteChanges(string number, IReadOnlyList<IndexChange> group)
    {
        List<List<TableTransactionAction>> rows = [];
        try
        {
            foreach (var change in group) rows.Add(await BuildRows(change));
        }
        catch
        {
            workloads.End(GetWorkload(group));
            throw;
        }

        var failures = new List<Exception>();
        for (var (first, count) = (0, 0); first < group.Count; first += count)
        {
            count = CountFitting(rows, first);
            try
            {
                await WriteGroup(number, [.. group.Skip(first).Take(count)], [.. rows.Skip(first).Take(count).SelectMany(own => own)]);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0) throw new AggregateException(failures);
    }

    static ImmutableArray<WorkloadChange> GetWorkload(IEnumerable<IndexChange> group) =>
        [.. group.OfType<IndexChange.OfCommit>().SelectMany(commit => commit.Workload)];

    /// <returns>How many changes from one on fit into a transaction; one at least.</returns>
    static int CountFitting(List<List<TableTransactionAction>> rows, int first)
    {
        var (count, total, bytes) = (0, 0, 0L);
        foreach (var own in rows.Skip(first))
        {
            total += own.Count;
            bytes += own.Sum(row => TableLimits.GetStoredBytes(row.Entity));
            if (count > 0 && (total >= TableLimits.MaxTransactionRows || bytes > MaxGroupBytes)) break;
            count++;
        }

        return count;
    }

    async Task WriteGroup(string number, ImmutableArray<IndexChange> group, List<TableTransactionAction> rows)
    {
        var workload = GetWorkload(group);
        try
        {
            if (rows.Count < TableLimits.MaxTransactionRows)
            {
                await workloads.Submit(number, rows, workload, isBegun: true);
                return;
            }
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // The index shows another state of one of the projects.
        }
        catch
        {
            workloads.End(workload);
            throw;
        }

        try
        {
            foreach (var change in group) await WriteAlone(change, isRetry: group.Length > 1);
        }
        finally
        {
            workloads.End(workload);
        }
    }

    async Task WriteAlone(IndexChange change, bool isRetry)
    {
        switch (change)
        {
            case IndexChange.OfCommit commit:
                if (isRetry && await BuildRows(commit) is { Count: < TableLimits.MaxTransactionRows } rows
                    && await TrySubmit(rows, commit.Before, commit.After.Entry, commit.After.At))
                {
                    return;
                }

                await Repair(commit.Project, CancellationToken.None);
                await ClearPending(commit.Pending);
                break;
            case IndexChange.OfMessages messages:
                foreach (var key in messages.RemovedKeys) await index.Remove(IndexEntry.GetPartition(messages.Project), key, CancellationToken.None);
                break;
        }
    }

    async Task<List<TableTransactionAction>> BuildRows(IndexChange change)
    {
        if (change is IndexChange.OfMessages messages)
        {
            return [.. messages.RemovedKeys.Select(key => IndexRows.Delete(IndexEntry.GetPartition(messages.Project), key))];
        }

        // The client's details are part of the queue row. When the row gets another key, they are written again.
        var (pending, before, after, commit) = (IndexChange.OfCommit)change;
        var dossier = commit.Dossier;
        var queueMoves = after.Entry.QueueKey is { } queue && queue != before?.QueueKey;
        if (queueMoves && dossier is null && after.Entry.Person) dossier = await partition.LoadDossier(commit.After.Id, CancellationToken.None);
        return
        [
            .. IndexTransaction.BuildUpdate(before, after.Entry, commit.After, commit.Messages, dossier),
            IndexRows.Delete(pending.Partition, pending.RowKey),
            .. BoardRows.Build(commit.After.Id, commit.Facts).Select(IndexRows.Replace),
        ];
    }
}
