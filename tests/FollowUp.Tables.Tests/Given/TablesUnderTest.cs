using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Storage.Tables;
using FollowUp.Storage.Tests.Contract;

namespace FollowUp.Tables.Tests.Given;

/// <summary>Three tables of its own in the one emulator.</summary>
public sealed class TablesUnderTest : IStoreUnderTest
{
    static int made;

    readonly string connection = FollowUp.TestKit.Emulators.Azurite.Account();

    public TablesOptions Options { get; } =
        new() { Prefix = string.Create(CultureInfo.InvariantCulture, $"T{Interlocked.Increment(ref made)}x") };

    public async ValueTask<StoreClient> Open() => CreateClient(await OpenWith());

    /// <param name="policies">What every call goes through, repeats of it included.</param>
    public Task<TablesStore> OpenWith(TablesOptions? options = null, params HttpPipelinePolicy[] policies)
    {
        var client = new TableClientOptions
        {
            Retry =
            {
                Delay = TimeSpan.FromMilliseconds(5), MaxDelay = TimeSpan.FromMilliseconds(20), MaxRetries = 2,
                NetworkTimeout = TimeSpan.FromSeconds(30),
            },
        };
        foreach (var policy in policies) client.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return TablesStore.Open(new TableServiceClient(connection, client), options ?? Options);
    }

    public static StoreClient CreateClient(TablesStore store) => new(
        store.Projects, store.Index, store.Directory, store.Settings, store.Tokens, store.KeyRing, store.Audit, store.Complaints, store.Mailbox,
        () => { });

    public TableClient Table(string name) => new TableServiceClient(connection).GetTableClient(Options.Prefix + name);

    /// <summary>Every row of every table.</summary>
    public async Task<List<TableEntity>> ReadAllRows()
    {
        var rows = new List<TableEntity>();
        foreach (var name in new[] { "Projects", "Index", "Records" })
        {
            await foreach (var row in Table(name).QueryAsync<TableEntity>()) rows.Add(row);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in new[] { "Projects", "Index", "Records" }) await Table(name).DeleteAsync();
    }
}
