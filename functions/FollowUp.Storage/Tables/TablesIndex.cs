using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IIndex"/>
/// <remarks>A project's rows are in one of a few partitions, by its id; every question goes to all of them at once.</remarks>
sealed partial class TablesIndex(TableClient index, Partition partition, DueRows due) : IIndex
{
    /// <remarks>Mends on its way what crashes left behind.</remarks>
    public async ValueTask<ImmutableArray<string>> Due(Instant now, int limit, CancellationToken cancellation) =>
    [
        .. (await due.Until(now, limit, cancellation)).Where(row => !row.IsOwing)
            .GroupBy(row => row.Project, (project, rows) => (project, At: rows.Min(row => row.At)))
            .OrderBy(first => first.At).ThenBy(first => first.project, StringComparer.Ordinal).Take(limit).Select(first => first.project),
    ];

    public async ValueTask<Instant?> NextDue(CancellationToken cancellation) => await due.First(cancellation);

    public async ValueTask<ImmutableDictionary<string, Workload>> Workloads(CancellationToken cancellation) =>
        (await Tallies(cancellation)).SelectMany(tally => tally.Loads).GroupBy(load => load.Key, load => load.Value).ToImmutableDictionary(
            loads => loads.Key,
            loads => new Workload(
                loads.Sum(load => load.Open), loads.Max(load => load.ServedAt) is { } served ? SortableInstant.Read(served) : null));

    public async ValueTask<ImmutableDictionary<Phase, int>> CountByPhase(CancellationToken cancellation) =>
        (await Tallies(cancellation)).SelectMany(tally => tally.Phases).GroupBy(phase => phase.Key, phase => phase.Value)
            .ToImmutableDictionary(phases => Enum.Parse<Phase>(phases.Key), phases => phases.Sum());

    public ValueTask<ImmutableArray<string>> ProjectsOfClient(string clientId, CancellationToken cancellation) =>
        Linked(Footprint.ProjectsOfClient(clientId), cancellation);

    public ValueTask<ImmutableArray<string>> ProjectsOfProvider(string providerId, CancellationToken cancellation) =>
        Linked(Footprint.ProjectsOfProvider(providerId), cancellation);

    async ValueTask<ImmutableArray<string>> Linked(string prefix, CancellationToken cancellation) =>
        [.. (await Everywhere(prefix, cancellation, ["Id"])).Select(row => row.GetString("Id")).Order(StringComparer.Ordinal)];

    async Task<Tally[]> Tallies(CancellationToken cancellation) => await Task.WhenAll(
        Footprint.Partitions.Select(async number => Tally.Read(await index.Find(number, Tally.Row, cancellation))));

    async Task<IEnumerable<TableEntity>> Everywhere(string prefix, CancellationToken cancellation, IEnumerable<string>? columns = null)
    {
        var rows = await Task.WhenAll(Footprint.Partitions.Select(number => index.All(Keys.Range(number, prefix), cancellation, columns)));
        return rows.SelectMany(row => row);
    }
}
