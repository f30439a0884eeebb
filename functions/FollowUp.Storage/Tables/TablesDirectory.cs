using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Cadences;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IDirectory"/>
/// <remarks>
/// Staff and cadences are remembered for a moment (<see cref="TablesOptions.DirectoryKept"/>), so that a decision reads nothing but its
/// project. What this process changes shows at once.
/// </remarks>
sealed class TablesDirectory : IDirectory
{
    const string StaffPartition = "staff";
    const string ProviderPartition = "provider";
    const string CadencePartition = "cadence";

    readonly TableClient records;
    readonly Kept<ImmutableArray<Staff>> staff;
    readonly Kept<ImmutableArray<Cadence>> cadences;

    public TablesDirectory(TableClient records, TablesOptions options)
    {
        this.records = records;
        staff = new(options, async cancellation =>
            [.. (await Jsons(StaffPartition, cancellation)).Select(ProjectJson.ReadStaff).OrderBy(one => one.Id, StringComparer.Ordinal)]);
        cadences = new(options, async cancellation => WithDefault(
            [.. (await Jsons(CadencePartition, cancellation)).Select(ProjectJson.ReadCadence).OrderBy(cadence => cadence.Version)]));
    }

    public ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation) => staff.Get(cancellation);

    public async ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation) =>
        (await staff.Get(cancellation)).FirstOrDefault(one => one.Id == id);

    public async ValueTask PutStaff(Staff staff, CancellationToken cancellation)
    {
        await Put(StaffPartition, Keys.Part(staff.Id), ProjectJson.Write(staff), cancellation);
        this.staff.Forget();
    }

    public async ValueTask<ImmutableArray<ProviderCard>> AllProviders(CancellationToken cancellation) =>
        [.. (await Jsons(ProviderPartition, cancellation)).Select(ProjectJson.ReadProvider).OrderBy(card => card.Id, StringComparer.Ordinal)];

    public async ValueTask<ProviderCard?> FindProvider(string id, CancellationToken cancellation) =>
        await records.Find(ProviderPartition, Keys.Part(id), cancellation) is { } row ? ProjectJson.ReadProvider(row.Text("Json")) : null;

    public async ValueTask PutProvider(ProviderCard provider, CancellationToken cancellation) =>
        await Put(ProviderPartition, Keys.Part(provider.Id), ProjectJson.Write(provider), cancellation);

    public ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation) => cadences.Get(cancellation);

    public async ValueTask PutCadence(Cadence cadence, CancellationToken cancellation)
    {
        await Put(CadencePartition, Keys.Number(cadence.Version), ProjectJson.Write(cadence), cancellation);
        cadences.Forget();
    }

    // Projects may still be in a cycle of the default one when the first other one is saved.
    static ImmutableArray<Cadence> WithDefault(ImmutableArray<Cadence> saved) =>
        saved.Any(cadence => cadence.Version <= DefaultCadence.Initial.Version) ? saved : [DefaultCadence.Initial, .. saved];

    async Task<IEnumerable<string>> Jsons(string partition, CancellationToken cancellation) =>
        (await records.All($"PartitionKey eq '{partition}'", cancellation)).Select(row => row.Text("Json"));

    Task Put(string partition, string row, string json, CancellationToken cancellation) =>
        records.Put(new TableEntity(partition, row).With("Json", json), cancellation);
}
