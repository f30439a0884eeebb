using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>The rows of index transactions. The first rows make the transaction conditional; see <see cref="IndexEntry.VersionKey"/>.</summary>
static class IndexTransaction
{
    /// <summary>The rows that change from one version of a project to the next.</summary>
    /// <param name="before">Null for a new project.</param>
    /// <param name="dossier">Given when it changed or when the queue row gets another key.</param>
    public static IEnumerable<TableTransactionAction> BuildUpdate(
        IndexEntry? before, IndexEntry after, Project project, ImmutableArray<OutboxMessage> messages, Dossier? dossier)
    {
        if (before?.VersionKey != after.VersionKey)
        {
            if (before is not null) yield return IndexRows.Delete(before.PartitionKey, before.VersionKey);
            yield return IndexRows.Add(IndexRows.VersionRow(after));
        }

        foreach (var row in RemovedRows(before, after)) yield return row;
        foreach (var row in AddedRows(before, after)) yield return row;
        foreach (var row in PersonalRows(before, after, project, dossier)) yield return row;
        foreach (var message in messages)
            yield return IndexRows.Replace(IndexRows.DueRow(new OutboxEntry(message, MessageState.Pending, message.NotBefore)));
    }

    /// <summary>All rows of a project.</summary>
    /// <param name="versionRow">The version row that is in the index now; null for none.</param>
    public static IEnumerable<TableTransactionAction> BuildRebuild(
        TableEntity? versionRow, IndexEntry after, Project project, ImmutableArray<OutboxEntry> pending, Dossier? dossier)
    {
        if (versionRow?.RowKey == after.VersionKey)
        {
            yield return new(TableTransactionActionType.UpdateReplace, IndexRows.VersionRow(after), versionRow.ETag);
        }
        else
        {
            yield return IndexRows.Add(IndexRows.VersionRow(after));
            if (versionRow is not null) yield return new(TableTransactionActionType.Delete, versionRow, versionRow.ETag);
        }

        yield return IndexRows.Replace(IndexRows.SearchRow(after, dossier));
        if (after.Open) yield return IndexRows.Replace(IndexRows.QueueRow(after, project, dossier));
        foreach (var row in AddedRows(null, after)) yield return row;
        foreach (var entry in pending) yield return IndexRows.Replace(IndexRows.DueRow(entry));
    }

    static IEnumerable<TableTransactionAction> RemovedRows(IndexEntry? before, IndexEntry after) =>
        before is null ? [] : before.AllKeys.Except(after.AllKeys).Select(row => IndexRows.Delete(after.PartitionKey, row));

    static IEnumerable<TableTransactionAction> AddedRows(IndexEntry? before, IndexEntry after)
    {
        if (after.WakeKey is { } wake && wake != before?.WakeKey)
            yield return IndexRows.Replace(IndexRows.DueRow(after.Project, after.WakeAt!.Value, wake));
        foreach (var link in after.LinkKeys.Except(before?.LinkKeys ?? [])) yield return IndexRows.Replace(IndexRows.LinkRow(after, link));
    }

    static IEnumerable<TableTransactionAction> PersonalRows(IndexEntry? before, IndexEntry after, Project project, Dossier? dossier)
    {
        if (after.QueueKey is { } queue)
        {
            yield return dossier is null && queue == before?.QueueKey
                ? IndexRows.Merge(IndexRows.QueueRow(after, project))
                : IndexRows.Replace(IndexRows.QueueRow(after, project, dossier));
        }

        if (before is null || dossier is not null) yield return IndexRows.Replace(IndexRows.SearchRow(after, dossier));
        else if (before.Phase != after.Phase || before.Coordinator != after.Coordinator) yield return IndexRows.Merge(IndexRows.SearchRow(after));
    }
}
