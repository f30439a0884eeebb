using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IProjectIndex"/>
/// <remarks>The rows of a project are in one of a few partitions, by its id; every query goes to all of them at once. A query sees all commits of this process.</remarks>
sealed partial class TablesIndex(
    TableClient index, ProjectPartition partition, DueIndex due, WorkloadCounters workloads, IndexUpdater updater) : IProjectIndex
{
    /// <remarks>Repairs stale rows of the index before it answers; see <see cref="IndexUpdater"/>.</remarks>
    public async ValueTask<ImmutableArray<string>> GetDue(Instant now, int limit, CancellationToken cancellation)
    {
        await updater.Drain();
        return
        [
            .. (await due.ReadUntil(now, limit, cancellation)).Where(row => !row.IsPendingUpdate)
                .GroupBy(row => row.Project, (project, rows) => (project, At: rows.Min(row => row.At)))
                .OrderBy(first => first.At).ThenBy(first => first.project, StringComparer.Ordinal).Take(limit).Select(first => first.project),
        ];
    }

    public async ValueTask<Instant?> GetNextDue(CancellationToken cancellation)
    {
        await updater.Drain();
        return await due.ReadFirst(cancellation);
    }

    /// <remarks>A sum that other processes changed shows after <see cref="TablesOptions.DirectoryCacheTime"/>.</remarks>
    public async ValueTask<ImmutableDictionary<string, Workload>> GetWorkloads(CancellationToken cancellation) =>
        (await workloads.Read(cancellation)).SelectMany(counters => counters.Loads).GroupBy(load => load.Key, load => load.Value).ToImmutableDictionary(
            loads => loads.Key,
            loads => new Workload(
                loads.Sum(load => load.Open), loads.Max(load => load.ServedAt) is { } assigned ? InstantColumn.FromNanoseconds(assigned) : null));

    public ValueTask<ImmutableArray<string>> GetProjectsOfClient(string clientId, CancellationToken cancellation) =>
        ReadLinkedIds(IndexEntry.ClientPrefix(clientId), cancellation);

    public ValueTask<ImmutableArray<string>> GetProjectsOfProvider(string providerId, CancellationToken cancellation) =>
        ReadLinkedIds(IndexEntry.ProviderPrefix(providerId), cancellation);

    async ValueTask<ImmutableArray<string>> ReadLinkedIds(string prefix, CancellationToken cancellation) =>
        [.. (await ReadAllPartitions(prefix, cancellation, ["Id"])).Select(row => row.GetString("Id")).Order(StringComparer.Ordinal)];

    async Task<IEnumerable<TableEntity>> ReadAllPartitions(string prefix, CancellationToken cancellation, IEnumerable<string>? columns = null)
    {
        await updater.Drain();
        var rows = await Task.WhenAll(IndexEntry.Partitions.Select(number => index.All(Keys.PrefixFilter(number, prefix), cancellation, columns)));
        return rows.SelectMany(row => row);
    }
}
