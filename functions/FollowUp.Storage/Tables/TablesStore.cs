using Azure.Core;
using Azure.Data.Tables;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The store in Azure: every port, in three tables of one storage account (projects, their index, records of the installation). Any number
/// of processes may have it open. It holds no connection: there is nothing to close.
/// </summary>
public sealed class TablesStore
{
    static readonly string[] Names = ["Projects", "Index", "Records"];

    readonly TableClient[] tables;
    readonly DueIndex due;

    TablesStore(TableClient projects, TableClient index, TableClient records, TablesOptions options)
    {
        tables = [projects, index, records];
        var ordinals = new OrdinalGenerator(options.Time);
        var partition = new ProjectPartition(projects);
        var readModels = new IndexUpdater(index, partition);
        var mailbox = new TablesMailbox(records, ordinals);
        due = new DueIndex(index, readModels, options);
        Projects = new TablesProjects(projects, index, partition, readModels, new SnapshotCache(), mailbox);
        Index = new TablesIndex(index, partition, due);
        Directory = new TablesDirectory(records, options);
        Settings = new TablesSettings(records);
        Tokens = new TablesTokens(records);
        KeyRing = new TablesKeyRing(records);
        Audit = new TablesAuditLog(records, ordinals);
        Complaints = new TablesComplaints(records, ordinals);
        Mailbox = mailbox;
        MailQuota = new TablesMailQuotaStore(records);
    }

    public IProjectStore Projects { get; }

    public IProjectIndex Index { get; }

    public IDirectory Directory { get; }

    public ISettings Settings { get; }

    public ITokens Tokens { get; }

    public IKeyRing KeyRing { get; }

    public IAuditLog Audit { get; }

    public IComplaints Complaints { get; }

    public IMailbox Mailbox { get; }

    /// <summary>One budget of mails for all workers.</summary>
    public IMailQuotaStore MailQuota { get; }

    /// <param name="connection">A connection string; <c>UseDevelopmentStorage=true</c> is the emulator on its own port.</param>
    /// <exception cref="FormatException">It is no connection string.</exception>
    /// <exception cref="Azure.RequestFailedException">The account does not answer or does not let the caller in.</exception>
    public static Task<TablesStore> Open(string connection, TablesOptions? options = null, CancellationToken cancellation = default) =>
        Open(new TableServiceClient(connection, CreateClientOptions()), options, cancellation);

    /// <summary>Opens the tables; makes those that are missing.</summary>
    /// <param name="service">In Azure, by the address of the account and a managed identity.</param>
    public static async Task<TablesStore> Open(TableServiceClient service, TablesOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new TablesOptions();
        var tables = Names.Select(name => service.GetTableClient($"{options.Prefix}{name}")).ToArray();
        await Task.WhenAll(tables.Select(table => table.CreateIfNotExistsAsync(cancellation)));
        return new TablesStore(tables[0], tables[1], tables[2], options);
    }

    /// <summary>
    /// Makes the updates of read models that commits of killed processes left owing, without waiting until they are found by
    /// <see cref="IProjectIndex.GetDue"/>.
    /// </summary>
    /// <returns>How many there were.</returns>
    public Task<int> RepairIndex(CancellationToken cancellation = default) => due.RepairPending(cancellation);

    /// <summary>Deletes every row. The tables stay: Azure takes a minute to let a name be used again.</summary>
    public async Task Clear(CancellationToken cancellation = default)
    {
        foreach (var table in tables)
        {
            await foreach (var page in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancellation).AsPages())
            {
                await TableClientExtensions.SelectConcurrently(
                    page.Values,
                    async row =>
                    {
                        await table.Remove(row.PartitionKey, row.RowKey, cancellation);
                        return true;
                    },
                    cancellation);
            }
        }
    }

    /// <summary>Short waits: a call that was lost is repeated within a second, and a service that is gone is given up in a minute.</summary>
    static TableClientOptions CreateClientOptions() => new()
    {
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxRetries = 4, NetworkTimeout = TimeSpan.FromSeconds(15) },
    };
}
