using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IDirectory"/>
/// <remarks>
/// Staff and cadences are cached for <see cref="TablesOptions.DirectoryCacheTime"/>, so that a command reads nothing but its project. A change by
/// this process shows at once, a change by another process after that time.
/// </remarks>
sealed class TablesDirectory : IDirectory
{
    const string StaffPartition = "staff";
    const string ProviderPartition = "provider";
    const string CadencePartition = "cadence";

    readonly TableClient records;
    readonly TimedCache<ImmutableArray<Staff>> staff;
    readonly TimedCache<ImmutableArray<Cadence>> cadences;

    public TablesDirectory(TableClient records, TablesOptions options)
    {
        this.records = records;
        staff = new(options, async cancellation =>
            [.. (await ReadJson(StaffPartition, cancellation)).Select(RecordJson.ReadStaff).OrderBy(member => member.Id, StringComparer.Ordinal)]);
        cadences = new(options, async cancellation => CadenceVersions.WithDefault(
            [.. (await ReadJson(CadencePartition, cancellation)).Select(RecordJson.ReadCadence).OrderBy(cadence => cadence.Version)]));
    }

    public ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation) => staff.Get(cancellation);

    public async ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation) =>
        (await staff.Get(cancellation)).FirstOrDefault(member => member.Id == id);

    public async ValueTask PutStaff(Staff staff, CancellationToken cancellation)
    {
        await Put(StaffPartition, Keys.Escape(staff.Id), RecordJson.Write(staff), cancellation);
        this.staff.Invalidate();
    }

    public async ValueTask<ImmutableArray<ProviderProfile>> AllProviders(CancellationToken cancellation) =>
        [.. (await ReadJson(ProviderPartition, cancellation)).Select(RecordJson.ReadProvider).OrderBy(provider => provider.Id, StringComparer.Ordinal)];

    public async ValueTask<ProviderProfile?> FindProvider(string id, CancellationToken cancellation) =>
        await records.Find(ProviderPartition, Keys.Escape(id), cancellation) is { } row ? RecordJson.ReadProvider(row.GetText("Json")) : null;

    public async ValueTask PutProvider(ProviderProfile provider, CancellationToken cancellation) =>
        await Put(ProviderPartition, Keys.Escape(provider.Id), RecordJson.Write(provider), cancellation);

    public ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation) => cadences.Get(cancellation);

    public async ValueTask PutCadence(Cadence cadence, CancellationToken cancellation)
    {
        await Put(CadencePartition, Keys.FormatNumber(cadence.Version), RecordJson.Write(cadence), cancellation);
        cadences.Invalidate();
    }

    async Task<IEnumerable<string>> ReadJson(string partition, CancellationToken cancellation) =>
        (await records.All($"PartitionKey eq '{partition}'", cancellation)).Select(row => row.GetText("Json"));

    Task Put(string partition, string row, string json, CancellationToken cancellation) =>
        records.Put(new TableEntity(partition, row).SetText("Json", json), cancellation);
}
