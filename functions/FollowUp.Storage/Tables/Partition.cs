using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>One project's partition, as read: its snapshot, dossier and messages, each a row of its own.</summary>
sealed class Partition(TableClient projects)
{
    public const string DossierRow = "dossier";

    public async Task<(Known Known, Project Project)?> Snapshot(string project, CancellationToken cancellation) =>
        await projects.Find(Keys.Part(project), Known.Row, cancellation) is { } row ? Known.Read(row) : null;

    public async Task<Dossier?> Dossier(string project, CancellationToken cancellation) =>
        await projects.Find(Keys.Part(project), DossierRow, cancellation) is { } row ? ProjectJson.ReadDossier(row.Text("Json")) : null;

    /// <returns>Oldest first.</returns>
    public async Task<ImmutableArray<OutboxEntry>> Messages(string project, bool pendingOnly, CancellationToken cancellation)
    {
        var filter = Keys.Range(Keys.Part(project), OutboxRows.Prefix) + (pendingOnly ? " and Pending eq true" : "");
        var rows = await projects.All(filter, cancellation);
        return [.. rows.OrderBy(row => row.GetInt64("Order")).Select(OutboxRows.Read)];
    }

    /// <summary>Every row under a prefix.</summary>
    public Task<ImmutableArray<TableEntity>> Rows(string project, string prefix, CancellationToken cancellation) =>
        projects.All(Keys.Range(Keys.Part(project), prefix), cancellation);
}
