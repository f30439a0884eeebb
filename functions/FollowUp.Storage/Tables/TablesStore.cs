using Azure.Core;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The store in Azure: three tables of one storage account hold the projects, their index and the records of the installation. Any number of
/// processes may have it open.
/// </summary>
public sealed class TablesStore : IStore
{
    static readonly TimeSpan MaxDisposeTime = TimeSpan.FromSeconds(10);

    static readonly string[] Names = ["Projects", "Index", "Records"];

    readonly TableClient[] tables;
    readonly IndexUpdater updater;
    readonly TablesPersons persons;

    TablesStore(TableClient projects, TableClient index, TableClient records, TablesOptions options)
    {
        tables = [projects, index, records];
        var ordinals = new OrdinalGenerator(options.Time);
        var partition = new ProjectPartition(projects);
        var workloads = new WorkloadCounters(index, options);
        updater = new IndexUpdater(index, partition, workloads, options);
        var mailbox = new TablesMailbox(records, partition, ordinals);
        persons = new TablesPersons(records, options);
        var version = new RecordsVersion(records, options);
        var settings = new TablesSettings(records, version, options);
        Projects = new TablesProjects(projects, index, partition, updater, new SnapshotCache(), mailbox, persons, settings);
        Persons = persons;
        Index = new TablesIndex(index, partition, new DueIndex(index, updater, options), workloads, updater);
        Directory = new TablesDirectory(records, version, options);
        Settings = settings;
        Department = new TablesDepartmentSettings(records);
        WebhookDeliveries = new TablesWebhookDeliveries(records, ordinals);
        Tokens = new TablesTokens(records, version, options);
        KeyRing = new TablesKeyRing(records);
        Audit = new TablesAuditLog(records, ordinals);
        Board = new TablesBoard(index, updater);
        Complaints = new TablesComplaints(records, ordinals);
        Mailbox = mailbox;
        MailQuota = new TablesMailQuotaStore(records);
        Backup = new TablesBackup(projects, index, records);
    }

    public IProjectStore Projects { get; }

    public IPersonStore Persons { get; }

    public IProjectIndex Index { get; }

    public IDirectory Directory { get; }

    public IKeyValueStore Settings { get; }

    public IDepartmentSettings Department { get; }

    public IWebhookDeliveries WebhookDeliveries { get; }

    public ITokens Tokens { get; }

    public IKeyRing KeyRing { get; }

    public IAuditLog Audit { get; }

    public IBoardStore Board { get; }

    public IComplaints Complaints { get; }

    public IMailbox Mailbox { get; }

    /// <summary>The mail quota that all workers of an installation share.</summary>
    public IMailQuotaStore MailQuota { get; }

    /// <summary>Copies the rows of this store.</summary>
    public TablesBackup Backup { get; }

    /// <param name="connection">A connection string; <c>UseDevelopmentStorage=true</c> is the emulator on its own port.</param>
    /// <exception cref="FormatException"><paramref name="connection"/> is not a connection string.</exception>
    /// <exception cref="Azure.RequestFailedException">The account does not answer or refuses access.</exception>
    /// <exception cref="NotSupportedException">A newer version of this program wrote the tables, or a restore into them was interrupted.</exception>
    public static Task<TablesStore> Open(string connection, TablesOptions? options = null, CancellationToken cancellation = default) =>
        Open(new TableServiceClient(connection, CreateClientOptions()), options, cancellation);

    /// <summary>Opens the tables; creates missing ones.</summary>
    /// <param name="service">In Azure, by the address of the account and a managed identity.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Cancels the requests.</param>
    /// <exception cref="NotSupportedException">A newer version of this program wrote the tables, or a restore into them was interrupted.</exception>
    public static async Task<TablesStore> Open(TableServiceClient service, TablesOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new TablesOptions();
        var tables = Names.Select(name => service.GetTableClient($"{options.Prefix}{name}")).ToArray();
        await Task.WhenAll(tables.Select(table => table.CreateIfNotExistsAsync(cancellation)));
        var store = new TablesStore(tables[0], tables[1], tables[2], options);
        if (!options.IsRestoring)
        {
            await TablesFormat.Ensure(store.Settings, () => HasNoRows(tables[0], cancellation), cancellation);
            store.persons.CoversAllProjects = await TablesFormat.CoversPersons(store.Settings, cancellation);
        }

        return store;
    }

    /// <summary>
    /// Repairs the index after processes were killed, without waiting until <see cref="IProjectIndex.GetDue"/> does so. For use while no commit is
    /// under way.
    /// </summary>
    /// <returns>The number of index updates that were pending.</returns>
    public async Task<int> RepairIndex(CancellationToken cancellation = default)
    {
        await updater.Drain();
        return await updater.RepairPending(cancellation);
    }

    /// <summary>
    /// Completes when the index shows all commits of this process to other processes too. What stops without it leaves pending rows, which the next read of due
    /// projects repairs.
    /// </summary>
    public Task CompleteIndex() => updater.Drain();

    /// <inheritdoc/>
    /// <remarks>The tables stay, because Azure refuses a deleted table's name for about a minute.</remarks>
    public async ValueTask Clear(IReadOnlyCollection<string> keptSettings, CancellationToken cancellation = default)
    {
        var records = tables[^1];
        await updater.Drain();
        foreach (var table in tables[..^1]) await RemoveRows(table, filter: null, _ => false, cancellation);
        await RemoveRows(records, $"PartitionKey ne '{TablesSettings.Partition}' and PartitionKey ne '{TablesKeyRing.Partition}'", _ => false, cancellation);
        var kept = keptSettings.Select(Keys.Escape).ToHashSet(StringComparer.Ordinal);
        await RemoveRows(records, $"PartitionKey eq '{TablesSettings.Partition}'", row => kept.Contains(row.RowKey), cancellation);
        persons.CoversAllProjects = false;
    }

    /// <summary>Waits for the updates of the index that are under way, a few seconds at most. The store holds no connection.</summary>
    public void Dispose() => updater.Drain().Wait(MaxDisposeTime);

    static async Task<bool> HasNoRows(TableClient table, CancellationToken cancellation)
    {
        await foreach (var _ in table.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellation)) return false;
        return true;
    }

    static async Task RemoveRows(TableClient table, string? filter, Func<TableEntity, bool> isKept, CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation).AsPages())
        {
            await TableClientExtensions.SelectConcurrently(
                [.. page.Values.Where(row => !isKept(row))],
                async row =>
                {
                    await table.Remove(row.PartitionKey, row.RowKey, cancellation);
                    return true;
                },
                cancellation);
        }
    }

    /// <summary>Short waits: a lost call is retried within a second; an unreachable service fails the call within about a minute.</summary>
    public static TableClientOptions CreateClientOptions() => new()
    {
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxRetries = 4, NetworkTimeout = TimeSpan.FromSeconds(15) },
    };
}
