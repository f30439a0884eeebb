using Azure.Data.Tables;
using FollowUp.Storage.Tables;
using FollowUp.TestKit.Emulators;

namespace FollowUp.Tables.Tests;

/// <summary>Which tables a program opens.</summary>
public sealed class TablesFormatTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("99", "newer version")]
    [InlineData("restoring", "interrupted")]
    public async Task Tables_of_a_newer_version_and_incomplete_ones_are_refused(string format, string why)
    {
        var connection = Azurite.Account();
        using (var store = await TablesStore.Open(connection, cancellation: Cancellation))
        {
            Assert.Equal("1", await store.Settings.Get("store-format", Cancellation));
            await store.Settings.Set("store-format", format, Cancellation);
        }

        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => TablesStore.Open(connection, cancellation: Cancellation));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_every_type_survive_a_backup()
    {
        var connection = Azurite.Account();
        var row = new TableEntity("odd", "row=1:2")
        {
            ["Text"] = "é \"'\n😀", ["Empty"] = "", ["True"] = true, ["Int"] = -7, ["Long"] = long.MinValue, ["Double"] = 1.0 / 3,
            ["Time"] = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), ["Bytes"] = new byte[] { 0, 255 }, ["Id"] = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        };
        using var store = await TablesStore.Open(connection, cancellation: Cancellation);
        var records = new TableServiceClient(connection).GetTableClient("FollowUpRecords");
        await records.AddEntityAsync(row, Cancellation);
        using var copy = new MemoryStream();
        await store.Backup.WriteRecords(copy, Cancellation);
        copy.Position = 0;

        var other = Azurite.Account();
        using var restored = await TablesStore.Open(other, new TablesOptions { IsRestoring = true }, Cancellation);
        await restored.Backup.Restore(TablesBackup.RecordsFile, copy, Cancellation);

        TableEntity read = await new TableServiceClient(other).GetTableClient("FollowUpRecords").GetEntityAsync<TableEntity>("odd", "row=1:2", cancellationToken: Cancellation);
        foreach (var (name, value) in row.Where(column => column.Key is not ("PartitionKey" or "RowKey")))
        {
            Assert.Equal(value, read[name]);
        }
    }
}
