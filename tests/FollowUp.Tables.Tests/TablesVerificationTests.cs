using System.Globalization;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

public sealed class TablesVerificationTests : VerificationContract<TablesUnderTest>
{
    TableClient Projects => Data.Table("Projects");

    protected override Task WriteEntry(string project, TimelineEntry entry) =>
        Merge(new TableEntity(project, EventKey(entry.Seq)) { ["Json"] = entry.Json, ["Hash"] = entry.Hash });

    protected override async Task CutEntries(string project, long after)
    {
        await foreach (var row in Projects.QueryAsync<TableEntity>($"PartitionKey eq '{project}' and RowKey gt '{EventKey(after)}' and RowKey lt 'event;'"))
            await Projects.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    protected override async Task WriteProject(Project project, string head, string? signature)
    {
        var newest = (await Projects.GetEntityAsync<TableEntity>(project.Id, EventKey(project.Version))).Value;
        await Merge(new TableEntity(project.Id, "project")
        {
            ["State"] = RecordJson.Write(project), ["Version"] = project.Version, ["Head"] = head, ["Signature"] = signature, ["At"] = newest["At"],
        });
    }

    protected override async Task WriteTexts(string project, string text)
    {
        await foreach (var row in Projects.QueryAsync<TableEntity>($"PartitionKey eq '{project}' and RowKey ge 'words:' and RowKey lt 'words;'"))
            await Merge(new TableEntity(project, row.RowKey) { ["Text"] = text });
    }

    protected override async Task DeleteAudit(string code)
    {
        var records = Data.Table("Records");
        await foreach (var row in records.QueryAsync<TableEntity>($"PartitionKey eq 'audit' and Code eq '{code}'"))
            await records.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    protected override Task WriteVersionColumn(string project, long version) => Merge(new TableEntity(project, "project") { ["Version"] = version });

    [Fact]
    public async Task Changed_and_missing_rows_of_the_index_are_named_but_not_while_a_commit_waits_for_them()
    {
        var index = Data.Table("Index");
        await Work();
        async Task<TableEntity> Find(string prefix) => await index.QueryAsync<TableEntity>($"RowKey ge '{prefix}:' and RowKey lt '{prefix};'").FirstAsync();

        var (search, client) = (await Find("c"), await Find("l"));
        search["Coordinator"] = "someone@suivi.example";
        await index.UpdateEntityAsync(search, ETag.All);
        await index.DeleteEntityAsync(client.PartitionKey, client.RowKey);
        Assert.Equal(["Index.client", "Index.search.Coordinator"], (await Store.Projects.FindChangedColumns("P-1")).Order());
        AssertFault("column", null, await Verify());

        await index.AddEntityAsync(new TableEntity(search.PartitionKey, "d:-:P-1:commit") { ["Id"] = "P-1" });
        Assert.Empty(await Store.Projects.FindChangedColumns("P-1"));
    }

    async Task Merge(TableEntity row) => await Projects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge);

    static string EventKey(long seq) => string.Create(CultureInfo.InvariantCulture, $"event:{seq:D10}");
}
