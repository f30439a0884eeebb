using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>A process may stop between any two requests: the index is repaired from the projects. The states are listed at <see cref="FollowUp.Storage.Tables.IndexUpdater"/>.</summary>
public sealed class IndexRepairTests : StoreContract<TablesUnderTest>
{
    readonly FaultInjectionPolicy faults = new();

    [Fact]
    public async Task Reading_due_projects_repairs_an_index_left_behind_by_a_crash()
    {
        var stored = await Store.Submit();
        var stopping = await OpenStoppingBefore("xIndex");
        await stopping.Change(stored, p => p with { Staffing = new Staffing(A.Yanis), Phase = Phase.InFollowUp }, c => c with { Messages = [A.Message("m-1")] });
        Assert.Single(await Store.Index.GetQueue(A.Camille, 10));

        Assert.Equal(["P-1001"], await (await OpenRepairing()).Index.GetDue(A.Monday, 10));
        await AssertUpToDate();
    }

    [Fact]
    public async Task New_project_is_found_although_its_index_update_was_lost()
    {
        var stopping = await OpenStoppingBefore("xIndex");
        await stopping.Submit();
        Assert.Empty(await Store.Index.GetDue(A.Monday + Duration.FromHours(2), 10));
        Assert.NotNull(await Store.Index.GetNextDue());

        Assert.Equal(["P-1001"], await (await OpenRepairing()).Index.GetDue(A.Monday + Duration.FromHours(2), 10));
        Assert.Equal("Jeanne Martin", Assert.Single(await Store.Index.GetQueue(A.Camille, 10)).ClientName);
        Assert.Equal(1, (await Store.Index.GetWorkloads())[A.Camille].OpenProjects);
        Assert.Single(await Store.Index.Search(new ProjectSearch("jeanne")));
    }

    [Fact]
    public async Task Pending_row_of_a_slow_commit_survives_a_repair_in_between()
    {
        var slow = await Data.OpenWith(null, faults);
        var reading = await Data.OpenWith(Data.Options with { RepairAfter = TimeSpan.FromDays(-1) });
        var repaired = false;
        faults.Next = (request, number) =>
        {
            if (number > 0 && request.Contains("xProjects", StringComparison.Ordinal))
            {
                Assert.Empty(reading.Index.GetDue(A.Monday + Duration.FromHours(2), 10).AsTask().GetAwaiter().GetResult());
                repaired = true;
            }

            // The commit succeeds, then its process stops before the index transaction.
            return repaired && number > 0 && request.Contains("xIndex", StringComparison.Ordinal) ? Fault.ResetBefore : Fault.None;
        };
        await slow.Submit();
        Assert.True(repaired);

        Assert.Equal(["P-1001"], await (await OpenRepairing()).Index.GetDue(A.Monday + Duration.FromHours(2), 10));
    }

    [Fact]
    public async Task Next_command_repairs_the_index_as_well()
    {
        var stored = await Store.Submit();
        var stopping = await OpenStoppingBefore("xIndex");
        stored = await stopping.Change(stored, p => p with { Staffing = new Staffing(A.Yanis), Phase = Phase.InFollowUp }, c => c with { Messages = [A.Message("m-1")] });
        await Store.Change(stored, p => p);
        await AssertUpToDate(pending: 1);
        Assert.Equal(1, await (await Data.OpenWith()).RepairIndex());
        await AssertUpToDate();
    }

    [Fact]
    public async Task Pending_row_of_a_commit_that_was_never_written_is_deleted()
    {
        var stored = await Store.Submit();
        var stopping = await OpenStoppingBefore("xProjects");
        await Assert.ThrowsAnyAsync<Exception>(async () => await stopping.Projects.TryCommit(A.Commit(stored, stored.Project with { Staffing = new Staffing(A.Yanis) })));
        await Assert.ThrowsAnyAsync<Exception>(async () => await stopping.Projects.TryCommit(A.Commit(null, A.Project("P-2"))));
        Assert.Equal(2, await (await Data.OpenWith()).RepairIndex());
        Assert.Equal(0, await (await Data.OpenWith()).RepairIndex());
        Assert.Single(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Equal(stored.Project.WakeAt, await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Leftover_due_row_of_a_sent_message_is_deleted()
    {
        await Store.Change(await Store.Submit(), p => p.Won(), c => c with { Messages = [A.Message("m-1")] });
        var stopping = await OpenStoppingBefore("DELETE");
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))!;
        await stopping.Projects.UpdateMessage(entry with { State = MessageState.Sent });
        await stopping.CompleteIndex();
        Assert.NotEmpty(await Store.Index.GetDue(A.Monday + Duration.FromHours(1), 10));

        Assert.Empty(await (await OpenRepairing()).Index.GetDue(A.Monday + Duration.FromHours(1), 10));
        Assert.Null(await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Project_that_keeps_failing_stays_due()
    {
        await Store.Submit();
        var store = await OpenRepairing();
        for (var i = 0; i < 3; i++) Assert.Equal(["P-1001"], await store.Index.GetDue(A.Monday + Duration.FromHours(1), 10));
    }

    [Fact]
    public async Task Unreadable_project_hides_no_other_project()
    {
        await Store.Submit("P-1");
        await Store.Submit("P-2");
        await Data.Table("Projects").UpdateEntityAsync(
            new TableEntity("P-1", "project") { ["State"] = "{\"phase\":\"of-a-newer-version\"}" }, Azure.ETag.All, TableUpdateMode.Merge);
        var store = await OpenRepairing();
        for (var i = 0; i < 3; i++) Assert.Equal(["P-1", "P-2"], (await store.Index.GetDue(A.Monday + Duration.FromHours(1), 10)).Order());
    }

    [Fact]
    public async Task Lost_index_is_rebuilt_from_the_projects()
    {
        var one = await Store.Submit(A.Project("P-1") with { Providers = [new ProviderState("R-1")] });
        await Store.Change(one, p => p, c => c with { Messages = [A.Message("m-1", "P-1", A.Monday)] });
        await Store.Change(await Store.Submit("P-2"), p => p.Won());
        var before = await ListIndexKeys();
        var table = Data.Table("Index");
        await foreach (var row in table.QueryAsync<TableEntity>()) await table.DeleteEntityAsync(row);
        Assert.Empty(await Store.Index.GetDue(A.Monday, 10));

        await foreach (var id in Store.Projects.ListProjectIds()) await Store.Projects.Rebuild((await Store.Projects.Load(id))!.Project);
        Assert.Equal(before, await ListIndexKeys());
        Assert.Equal(["P-1"], await Store.Index.GetDue(A.Monday, 10));
        Assert.Equal(["P-2"], (await Store.Index.Search(new ProjectSearch(Phase: Phase.Won))).Select(row => row.Project.Id));
    }

    async Task AssertUpToDate(int pending = 0)
    {
        Assert.Empty(await Store.Index.GetQueue(A.Camille, 10));
        var row = Assert.Single(await Store.Index.GetQueue(A.Yanis, 10));
        Assert.Equal(("Jeanne Martin", "+33199001234"), (row.ClientName, row.Phone));
        Assert.Equal((0, 1), ((await Store.Index.GetWorkloads())[A.Camille].OpenProjects, (await Store.Index.GetWorkloads())[A.Yanis].OpenProjects));
        Assert.Empty(await Store.Index.Search(new ProjectSearch(Phase: Phase.AwaitingValidation)));
        Assert.Single(await Store.Index.Search(new ProjectSearch("jeanne", Phase.InFollowUp, A.Yanis)));
        Assert.Equal(A.Monday, await Store.Index.GetNextDue());
        Assert.Equal(pending, (await ListIndexKeys()).Count(key => key.StartsWith("d:-:", StringComparison.Ordinal)));
    }

    async Task<IEnumerable<string>> ListIndexKeys() =>
        [.. (await Data.ReadAllRows()).Select(row => row.RowKey).Where(key => key.Length > 1 && key[1] == ':').Order(StringComparer.Ordinal)];

    /// <summary>Opens a client whose requests fail before the service when they contain a text.</summary>
    async Task<IStore> OpenStoppingBefore(string text)
    {
        faults.Next = (request, number) =>
            (number > 0 || text == "DELETE") && request.Contains(text, StringComparison.Ordinal) ? Fault.ResetBefore : Fault.None;
        return await Data.OpenWith(null, faults);
    }

    /// <summary>Opens a client that repairs rows of any age.</summary>
    async Task<IStore> OpenRepairing() =>
        await Data.OpenWith(Data.Options with { RepairAfter = TimeSpan.FromDays(-1), MaxCommitTime = TimeSpan.FromDays(-1) });
}
