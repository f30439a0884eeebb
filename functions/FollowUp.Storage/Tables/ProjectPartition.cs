using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>Reads the partition of a project in the projects table: snapshot, dossier and messages, each in its own row.</summary>
sealed class ProjectPartition(TableClient projects)
{
    public const string DossierRow = "dossier";

    /// <returns>Null when there is no such project.</returns>
    public async Task<(StoredVersion Stored, Project Project)?> LoadSnapshot(string project, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(project), StoredVersion.RowKey, cancellation) is { } row ? StoredVersion.Read(row) : null;

    /// <returns>The snapshot and the pending messages, oldest first; null when there is no such project.</returns>
    public async Task<(StoredVersion Stored, Project Project, ImmutableArray<OutboxEntry> Messages)?> LoadWork(string project, CancellationToken cancellation)
    {
        var filter = $"PartitionKey eq '{Keys.Escape(project)}' and RowKey ge '{OutboxRows.Prefix}' and RowKey le '{StoredVersion.RowKey}'"
            + $" and (Pending eq true or RowKey eq '{StoredVersion.RowKey}')";
        var rows = await projects.All(filter, cancellation);
        if (rows.FirstOrDefault(row => row.RowKey == StoredVersion.RowKey) is not { } snapshot) return null;
        var (stored, state) = StoredVersion.Read(snapshot);
        return (stored, state, [.. rows.Where(row => row != snapshot).OrderBy(row => row.GetInt64("Order")).Select(OutboxRows.Read)]);
    }

    /// <remarks>One query of the partition, of which the service returns these rows only.</remarks>
    public async Task<MailSource> LoadMailSource(string project, long seq, bool withTexts, CancellationToken cancellation)
    {
        var cause = $"{CommitRows.Events}{Keys.FormatNumber(seq)}";
        var filter = withTexts
            ? $"(RowKey eq '{DossierRow}' or RowKey eq '{cause}' or (RowKey ge '{CommitRows.PersonalTexts}' and RowKey lt '{KeyPrefix.GetEnd(CommitRows.PersonalTexts)}'))"
            : $"RowKey ge '{DossierRow}' and RowKey le '{cause}' and (RowKey eq '{DossierRow}' or RowKey eq '{cause}')";
        var rows = await projects.All($"PartitionKey eq '{Keys.Escape(project)}' and {filter}", cancellation);
        return new MailSource(
            rows.FirstOrDefault(row => row.RowKey == cause) is { } entry ? ReadEntry(entry) : null,
            rows.FirstOrDefault(row => row.RowKey == DossierRow) is { } dossier ? RecordJson.ReadDossier(dossier.GetText("Json")) : null,
            rows.Where(row => row.RowKey.StartsWith(CommitRows.PersonalTexts, StringComparison.Ordinal)).ToDictionary(row => row.GetString("Key"), row => row.GetText("Text")));
    }

    /// <returns>Null when the person was erased or never known.</returns>
    public async Task<Dossier?> LoadDossier(string project, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(project), DossierRow, cancellation) is { } row ? RecordJson.ReadDossier(row.GetText("Json")) : null;

    /// <returns>False when there is no such project.</returns>
    public async Task<bool> IsErased(string project, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(project), DossierRow, cancellation) is null && await LoadSnapshot(project, cancellation) is not null;

    /// <returns>Oldest first.</returns>
    public async Task<ImmutableArray<OutboxEntry>> LoadMessages(string project, bool pendingOnly, CancellationToken cancellation)
    {
        var filter = Keys.PrefixFilter(Keys.Escape(project), OutboxRows.Prefix) + (pendingOnly ? " and Pending eq true" : "");
        var rows = await projects.All(filter, cancellation);
        return [.. rows.OrderBy(row => row.GetInt64("Order")).Select(OutboxRows.Read)];
    }

    /// <param name="project">The project's id.</param>
    /// <param name="first">The version of the first entry.</param>
    /// <param name="last">The version of the last one.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>Oldest first.</returns>
    public async Task<ImmutableArray<TimelineEntry>> LoadEntries(string project, long first, long last, CancellationToken cancellation)
    {
        var filter = Keys.RangeFilter(
            Keys.Escape(project), $"{CommitRows.Events}{Keys.FormatNumber(first)}", $"{CommitRows.Events}{Keys.FormatNumber(last + 1)}");
        return [.. (await projects.All(filter, cancellation)).Select(ReadEntry)];
    }

    /// <summary>The facts of the board that the entries from one version to another have. Most repairs find no newer entry and read nothing.</summary>
    public async Task<ImmutableArray<BoardFact>> LoadFacts(string project, long first, long last, CancellationToken cancellation)
    {
        if (first > last) return [];
        var filter = Keys.RangeFilter(
            Keys.Escape(project), $"{CommitRows.Events}{Keys.FormatNumber(first)}", $"{CommitRows.Events}{Keys.FormatNumber(last + 1)}");
        return [.. (await projects.All(filter, cancellation, ["Facts"])).SelectMany(BoardRows.Read)];
    }

    public static TimelineEntry ReadEntry(TableEntity row) => new(
        long.Parse(row.RowKey.AsSpan(CommitRows.Events.Length), CultureInfo.InvariantCulture),
        InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0),
        row.GetString("Kind"),
        row.GetText("Json"),
        row.GetString("Hash"));

    /// <summary>All rows whose key begins with a prefix.</summary>
    public Task<ImmutableArray<TableEntity>> LoadRows(string project, string prefix, CancellationToken cancellation) =>
        projects.All(Keys.PrefixFilter(Keys.Escape(project), prefix), cancellation);
}
