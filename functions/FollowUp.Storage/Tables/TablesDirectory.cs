using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Permissions;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IDirectory"/>
/// <remarks>
/// Staff, providers and cadences are cached, so that a command reads nothing but its project. A change by this process shows at once, a change by another
/// process within <see cref="TablesOptions.VersionCheckTime"/>; see <see cref="RecordsVersion"/>.
/// </remarks>
sealed class TablesDirectory : IDirectory
{
    const string StaffPartition = "staff";
    const string ProviderPartition = "provider";
    const string CadencePartition = "cadence";

    /// <summary>Identifies the write that a row of staff is of.</summary>
    const string WriteColumn = "Write";

    /// <summary>A transaction takes 100 rows. The row of one other manager would be enough to keep a manager in the department.</summary>
    const int MaxManagersInTransaction = 50;

    readonly TableClient records;
    readonly VersionedCache<ImmutableArray<Staff>> staff;
    readonly VersionedCache<ImmutableArray<Cadence>> cadences;
    readonly VersionedCache<Providers> providers;

    public TablesDirectory(TableClient records, RecordsVersion version, TablesOptions options)
    {
        this.records = records;
        providers = new(version, options, async cancellation => Providers.Of(
            (await ReadJson(ProviderPartition, cancellation)).Select(RecordJson.ReadProvider)));
        staff = new(version, options, async cancellation =>
            [.. (await ReadJson(StaffPartition, cancellation)).Select(RecordJson.ReadStaff).OrderBy(member => member.Id, StringComparer.Ordinal)]);
        cadences = new(version, options, async cancellation => CadenceVersions.WithDefault(
            [.. (await ReadJson(CadencePartition, cancellation)).Select(RecordJson.ReadCadence).OrderBy(cadence => cadence.Version)]));
    }

    public async ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation) =>
        [.. (await staff.Get(cancellation)).Where(member => !member.IsFormer)];

    public async ValueTask<ImmutableArray<Staff>> FormerStaff(CancellationToken cancellation) =>
        [.. (await staff.Get(cancellation)).Where(member => member.IsFormer)];

    public async ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation) =>
        (await staff.Get(cancellation)).FirstOrDefault(member => member.Id == id && !member.IsFormer);

    public async ValueTask<Staff?> ReadStaff(string id, CancellationToken cancellation) =>
        await records.Find(StaffPartition, Keys.Escape(id), cancellation) is { } row && RecordJson.ReadStaff(row.GetText("Json")) is { IsFormer: false } member
            ? member
            : null;

    public async ValueTask PutStaff(Staff staff, CancellationToken cancellation)
    {
        await Put(StaffPartition, Keys.Escape(staff.Id), RecordJson.Write(staff), cancellation);
        await this.staff.Change(cancellation);
    }

    /// <remarks>
    /// One entity-group transaction: the member's row and, when the member is a manager, the unchanged rows of the other managers, so that two
    /// managers cannot remove each other at once. A conflict reads all rows again.
    /// </remarks>
    public async ValueTask<Staff?> ChangeStaff(Func<ImmutableArray<Staff>, Staff?> change, CancellationToken cancellation)
    {
        var write = RandomNumberGenerator.GetHexString(32);
        while (true)
        {
            StaffRow[] rows =
            [
                .. (await records.All($"PartitionKey eq '{StaffPartition}'", cancellation))
                    .Select(row => new StaffRow(row, RecordJson.ReadStaff(row.GetText("Json")))).OrderBy(row => row.Member.Id, StringComparer.Ordinal),
            ];
            if (Array.Find(rows, row => row.Row.GetString(WriteColumn) == write) is { } mine)
            {
                // A conflict with the own write, whose answer was lost.
                await staff.Change(cancellation);
                return mine.Member;
            }

            if (change([.. rows.Select(row => row.Member)]) is not { } changed) return null;
            if (await TrySubmit(BuildActions(changed, write, rows), cancellation))
            {
                await staff.Change(cancellation);
                return changed;
            }
        }
    }

    sealed record StaffRow(TableEntity Row, Staff Member);

    static List<TableTransactionAction> BuildActions(Staff changed, string write, StaffRow[] rows)
    {
        var before = Array.Find(rows, row => row.Member.Id == changed.Id);
        var row = new TableEntity(StaffPartition, Keys.Escape(changed.Id)) { [WriteColumn] = write }.SetText("Json", RecordJson.Write(changed));
        var actions = new List<TableTransactionAction>
        {
            before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.Row.ETag),
        };
        if (before?.Member is { Role: Role.Manager, IsFormer: false })
        {
            actions.AddRange(rows.Where(other => other.Member is { Role: Role.Manager, IsFormer: false } && other != before)
                .Take(MaxManagersInTransaction)
                .Select(other => new TableTransactionAction(
                    TableTransactionActionType.UpdateMerge, new TableEntity(StaffPartition, other.Row.RowKey), other.Row.ETag)));
        }

        return actions;
    }

    async Task<bool> TrySubmit(List<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await records.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    public async ValueTask EraseStaff(string id, CancellationToken cancellation) => await ChangeStaff(
        all => all.FirstOrDefault(member => member.Id == id && member.IsFormer)?.Erase(), cancellation);

    public async ValueTask EraseProvider(string id, CancellationToken cancellation)
    {
        await records.Remove(ProviderPartition, Keys.Escape(id), cancellation);
        await providers.Change(cancellation);
    }

    public async ValueTask<ImmutableArray<ProviderProfile>> AllProviders(CancellationToken cancellation) => (await providers.Get(cancellation)).All;

    public async ValueTask<ProviderProfile?> FindProvider(string id, CancellationToken cancellation) =>
        (await providers.Get(cancellation)).ById.GetValueOrDefault(id);

    public async ValueTask PutProvider(ProviderProfile provider, CancellationToken cancellation)
    {
        await Put(ProviderPartition, Keys.Escape(provider.Id), RecordJson.Write(provider), cancellation);
        await providers.Change(cancellation);
    }

    sealed record Providers(ImmutableArray<ProviderProfile> All, IReadOnlyDictionary<string, ProviderProfile> ById)
    {
        public static Providers Of(IEnumerable<ProviderProfile> read)
        {
            ImmutableArray<ProviderProfile> all = [.. read.OrderBy(provider => provider.Id, StringComparer.Ordinal)];
            return new(all, all.ToDictionary(provider => provider.Id, StringComparer.Ordinal));
        }
    }

    public ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation) => cadences.Get(cancellation);

    public async ValueTask PutCadence(Cadence cadence, CancellationToken cancellation)
    {
        await Put(CadencePartition, Keys.FormatNumber(cadence.Version), RecordJson.Write(cadence), cancellation);
        await cadences.Change(cancellation);
    }

    public async ValueTask<ImmutableArray<CadenceRevision>> CadenceRevisions(CancellationToken cancellation) => CadenceVersions.WithDefault(
        [.. (await records.All($"PartitionKey eq '{CadencePartition}'", cancellation)).Select(ReadRevision).OrderBy(revision => revision.Cadence.Version)]);

    public async ValueTask<bool> TryAddCadence(CadenceRevision revision, CancellationToken cancellation)
    {
        var key = Keys.FormatNumber(revision.Cadence.Version);
        var row = new TableEntity(CadencePartition, key).SetText("Json", RecordJson.Write(revision.Cadence));
        if (revision.At is { } at) row["At"] = InstantColumn.ToNanoseconds(at);
        if (revision.By is { } by) row["By"] = by;
        if (revision.Reason is { } reason) row.SetText("Reason", reason);

        // A conflict may be with the own write, whose answer was lost.
        var added = await records.TryAdd(row, cancellation)
            || (await records.Find(CadencePartition, key, cancellation) is { } stored && CadenceVersions.IsSame(ReadRevision(stored), revision));
        await cadences.Change(cancellation);
        return added;
    }

    static CadenceRevision ReadRevision(TableEntity row) => new(
        RecordJson.ReadCadence(row.GetText("Json")), row.GetInt64("At") is { } at ? InstantColumn.FromNanoseconds(at) : null, row.GetString("By"),
        row.GetTextOrNull("Reason"));

    async Task<IEnumerable<string>> ReadJson(string partition, CancellationToken cancellation) =>
        (await records.All($"PartitionKey eq '{partition}'", cancellation)).Select(row => row.GetText("Json"));

    Task Put(string partition, string row, string json, CancellationToken cancellation) =>
        records.Put(new TableEntity(partition, row).SetText("Json", json), cancellation);
}
