using Azure;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>The rows of the index that more is read from than their key.</summary>
static class IndexRows
{
    public static TableTransactionAction Replace(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    public static TableTransactionAction Merge(TableEntity row) => new(TableTransactionActionType.UpsertMerge, row);

    public static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    public static TableTransactionAction Delete(string partition, string row) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All);

    public static TableEntity Standing(Footprint project) =>
        new TableEntity(project.Partition, project.Standing).With("Json", project.Write());

    public static TableEntity Link(Footprint project, string row) => new(project.Partition, row) { ["Id"] = project.Project };

    public static TableEntity Due(string project, long at, string row) => new(Footprint.PartitionOf(project), row) { ["Id"] = project, ["At"] = at };

    /// <summary>What a search reads. Without a dossier to tell, what was written of the person stays as it was.</summary>
    public static TableEntity Card(Footprint project) => new(project.Partition, project.Card)
    {
        ["Id"] = project.Project,
        ["Phase"] = project.Phase,
        ["Coordinator"] = project.Coordinator ?? "",
    };

    public static TableEntity Card(Footprint project, Dossier? dossier) => Card(project).With("Search", SearchText.Of(project.Project, dossier));

    /// <summary>What the queue shows of the project; merged, it leaves what is there of the person.</summary>
    public static TableEntity Queue(Footprint footprint, Project project) => new TableEntity(footprint.Partition, footprint.Queue)
    {
        ["Id"] = project.Id,
        ["DueAt"] = SortableInstant.Write(project.Next?.DueAt) ?? long.MaxValue,
    }.With("State", ProjectJson.Write(project));

    public static TableEntity Queue(Footprint footprint, Project project, Dossier? dossier)
    {
        var row = Queue(footprint, project);
        if (dossier is null) return row;
        row.With("Title", dossier.Title).With("Client", dossier.Name);
        if (dossier.Company is not null) row.With("Company", dossier.Company);
        if (dossier.Phone is not null) row.With("Phone", dossier.Phone);
        return row;
    }

    public static IndexRow ReadQueue(TableEntity row) => new(
        ProjectJson.ReadProject(row.Text("State")), row.TextOrNull("Title"), row.TextOrNull("Client"), row.TextOrNull("Company"),
        row.TextOrNull("Phone"));

    /// <summary>The row of a message that waits; null for one that does not.</summary>
    public static string? KeyOf(OutboxEntry? entry) => entry is { IsPending: true }
        ? $"{Footprint.Due(SortableInstant.Write(entry.DueAt))}{Keys.Part(entry.Message.ProjectId)}:{Keys.Part(entry.Message.Id)}"
        : null;

    public static TableEntity Due(OutboxEntry entry) => Due(entry.Message.ProjectId, SortableInstant.Write(entry.DueAt), KeyOf(entry)!);
}
