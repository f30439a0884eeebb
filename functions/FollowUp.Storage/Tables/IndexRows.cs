using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>Rows of the index and actions on them.</summary>
static class IndexRows
{
    public static TableTransactionAction Replace(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    public static TableTransactionAction Merge(TableEntity row) => new(TableTransactionActionType.UpsertMerge, row);

    public static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    public static TableTransactionAction Delete(string partition, string row) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All);

    public static TableEntity VersionRow(IndexEntry entry) =>
        new TableEntity(entry.PartitionKey, entry.VersionKey).SetText("Json", entry.Write());

    public static TableEntity LinkRow(IndexEntry entry, string row) => new(entry.PartitionKey, row) { ["Id"] = entry.Project };

    public static TableEntity DueRow(string project, long at, string row) => new(IndexEntry.GetPartition(project), row) { ["Id"] = project, ["At"] = at };

    /// <summary>The searched row without the client's details. Merging it leaves the stored details unchanged.</summary>
    public static TableEntity SearchRow(IndexEntry entry) => new(entry.PartitionKey, entry.SearchKey)
    {
        ["Id"] = entry.Project,
        ["Phase"] = entry.Phase,
        ["Coordinator"] = entry.Coordinator ?? "",
    };

    public static TableEntity SearchRow(IndexEntry entry, Dossier? dossier)
    {
        var row = SearchRow(entry).SetText("Search", SearchText.Build(entry.Project, dossier));
        row["Fold"] = SearchText.Version;
        return row;
    }

    /// <summary>The text that a search looks in. One that an earlier version stored is folded again at each reading; "rebuild" stores it.</summary>
    public static string ReadSearch(TableEntity row)
    {
        var text = row.GetTextOrNull("Search") ?? "";
        return row.GetInt32("Fold") == SearchText.Version ? text : SearchText.Upgrade(text);
    }

    /// <summary>The queue row without the client's details. Merging it leaves the stored details unchanged.</summary>
    public static TableEntity QueueRow(IndexEntry entry, Project project) => new TableEntity(entry.PartitionKey, entry.QueueKey)
    {
        ["Id"] = project.Id,
        ["DueAt"] = InstantColumn.ToNanoseconds(project.Next?.DueAt) ?? long.MaxValue,
    }.SetText("State", RecordJson.Write(project));

    public static TableEntity QueueRow(IndexEntry entry, Project project, Dossier? dossier)
    {
        var row = QueueRow(entry, project);
        if (dossier is null) return row;
        row.SetText("Title", dossier.Title).SetText("Client", dossier.Name);
        if (dossier.Company is not null) row.SetText("Company", dossier.Company);
        if (dossier.Phone is not null) row.SetText("Phone", dossier.Phone);
        return row;
    }

    public static ProjectListItem ReadQueue(TableEntity row) => new(
        RecordJson.ReadProject(row.GetText("State")), row.GetTextOrNull("Title"), row.GetTextOrNull("Client"), row.GetTextOrNull("Company"),
        row.GetTextOrNull("Phone"));

    /// <summary>The key of the due row of a message; null for a message that is not pending.</summary>
    public static string? GetDueKey(OutboxEntry? message) => message is { IsPending: true }
        ? $"{IndexEntry.DuePrefix(InstantColumn.ToNanoseconds(message.DueAt))}{Keys.Escape(message.Message.ProjectId)}:{Keys.Escape(message.Message.Id)}"
        : null;

    /// <param name="message">Pending.</param>
    public static TableEntity DueRow(OutboxEntry message) =>
        DueRow(message.Message.ProjectId, InstantColumn.ToNanoseconds(message.DueAt), GetDueKey(message)!);
}
