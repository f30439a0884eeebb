using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tables;
using FollowUp.Storage.Tests.Contract;

namespace FollowUp.Tables.Tests.Given;

/// <summary>A store with its own tables in the emulator.</summary>
public sealed class TablesUnderTest : IStoreUnderTest
{
    public static readonly string[] TableNames = ["Projects", "Index", "Records"];

    static int created;

    readonly string connection = FollowUp.TestKit.Emulators.Azurite.Account();

    public TablesOptions Options { get; } =
        new() { Prefix = string.Create(CultureInfo.InvariantCulture, $"T{Interlocked.Increment(ref created)}x") };

    public async ValueTask<IStore> Open() => await OpenWith();

    /// <param name="policies">Called for every request, retries included.</param>
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

    public TableClient Table(string name) => new TableServiceClient(connection).GetTableClient(Options.Prefix + name);

    /// <summary>All rows of all tables.</summary>
    public async Task<List<TableEntity>> ReadAllRows()
    {
        var rows = new List<TableEntity>();
        foreach (var name in TableNames)
        {
            await foreach (var row in Table(name).QueryAsync<TableEntity>()) rows.Add(row);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in TableNames) await Table(name).DeleteAsync();
    }
}
