using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>The rows that change in the index as a project moves. The first ones hold the condition, see <see cref="Footprint.Standing"/>.</summary>
static class IndexStep
{
    /// <param name="dossier">Where it changed or a row goes to another key.</param>
    public static IEnumerable<TableTransactionAction> From(
        Footprint? before, Footprint after, Project project, ImmutableArray<OutboxMessage> owed, Dossier? dossier)
    {
        if (before?.Standing != after.Standing)
        {
            if (before is not null) yield return IndexRows.Delete(before.Partition, before.Standing);
            yield return IndexRows.Add(IndexRows.Standing(after));
        }

        foreach (var row in Left(before, after)) yield return row;
        foreach (var row in New(before, after)) yield return row;
        foreach (var row in People(before, after, project, dossier)) yield return row;
        foreach (var message in owed)
            yield return IndexRows.Replace(IndexRows.Due(new OutboxEntry(message, MessageState.Pending, message.NotBefore)));
    }

    /// <summary>Every row of a project.</summary>
    /// <param name="standing">What the index says of it now; null for nothing.</param>
    public static IEnumerable<TableTransactionAction> Anew(
        TableEntity? standing, Footprint after, Project project, ImmutableArray<OutboxEntry> pending, Dossier? dossier)
    {
        if (standing?.RowKey == after.Standing)
        {
            yield return new(TableTransactionActionType.UpdateReplace, IndexRows.Standing(after), standing.ETag);
        }
        else
        {
            yield return IndexRows.Add(IndexRows.Standing(after));
            if (standing is not null) yield return new(TableTransactionActionType.Delete, standing, standing.ETag);
        }

        yield return IndexRows.Replace(IndexRows.Card(after, dossier));
        if (after.Open) yield return IndexRows.Replace(IndexRows.Queue(after, project, dossier));
        foreach (var row in New(null, after)) yield return row;
        foreach (var entry in pending) yield return IndexRows.Replace(IndexRows.Due(entry));
    }

    static IEnumerable<TableTransactionAction> Left(Footprint? before, Footprint after) =>
        before is null ? [] : before.All.Except(after.All).Select(row => IndexRows.Delete(after.Partition, row));

    static IEnumerable<TableTransactionAction> New(Footprint? before, Footprint after)
    {
        if (after.Wake is { } wake && wake != before?.Wake)
            yield return IndexRows.Replace(IndexRows.Due(after.Project, after.WakeAt!.Value, wake));
        foreach (var link in after.Links.Except(before?.Links ?? [])) yield return IndexRows.Replace(IndexRows.Link(after, link));
    }

    static IEnumerable<TableTransactionAction> People(Footprint? before, Footprint after, Project project, Dossier? dossier)
    {
        if (after.Queue is { } queue)
        {
            yield return dossier is null && queue == before?.Queue
                ? IndexRows.Merge(IndexRows.Queue(after, project))
                : IndexRows.Replace(IndexRows.Queue(after, project, dossier));
        }

        if (before is null || dossier is not null) yield return IndexRows.Replace(IndexRows.Card(after, dossier));
        else if (before.Phase != after.Phase || before.Coordinator != after.Coordinator) yield return IndexRows.Merge(IndexRows.Card(after));
    }
}
