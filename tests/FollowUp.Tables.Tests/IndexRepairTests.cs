using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>A process may die between any two calls: what its commit left owing to the read models is made good by whoever comes by.</summary>
public sealed class IndexRepairTests : StoreContract<TablesUnderTest>
{
    readonly FaultInjectionPolicy faults = new();

    [Fact]
    public async Task Whoever_looks_for_due_projects_makes_good_what_a_crash_left_owing()
    {
        var stored = await Store.Submit();
        var dying = await DiesBefore("xIndex");
        await dying.Change(stored, p => p with { Coordinator = A.Yanis, Phase = Phase.InFollowUp }, c => c with { Messages = [A.Message("m-1")] });
        Assert.Single(await Store.Index.GetQueue(A.Camille, 10));

        Assert.Equal(["P-1001"], await (await OpenRepairing()).Index.GetDue(A.Monday, 10));
        await AssertUpToDate();
    }

    [Fact]
    public async Task A_new_project_is_not_forgotten()
    {
        var dying = await DiesBefore("xIndex");
        await dying.Submit();
        Assert.Empty(await Store.Index.GetDue(A.Monday + Duration.FromHours(2), 10));
        Assert.NotNull(await Store.Index.GetNextDue());

        Assert.Equal(["P-1001"], await (await OpenRepairing()).Index.GetDue(A.Monday + Duration.FromHours(2), 10));
        Assert.Equal("Jeanne Martin", Assert.Single(await Store.Index.GetQueue(A.Camille, 10)).ClientName);
        Assert.Equal(1, (await Store.Index.GetWorkloads())[A.Camille].OpenProjects);
        Assert.Single(await Store.Index.Search(new ProjectSearch("jeanne")));
    }

    [Fact]
    public async Task A_commit_that_takes_its_time_is_owed_for_even_by_whoever_looked_in_between()
    {
        var slow = TablesUnderTest.CreateClient(await Data.OpenWith(null, faults));
        var watching = TablesUnderTest.CreateClient(await Data.OpenWith(Data.Options with { RepairAfter = TimeSpan.FromDays(-1) }));
        var looked = false;
        faults.Next = (request, number) =>
        {
            if (number > 0 && request.Contains("xProjects", StringComparison.Ordinal))
            {
                Assert.Empty(watching.Index.GetDue(A.Monday + Duration.FromHours(2), 10).AsTask().GetAwaiter().GetResult());
                looked = true;
            }

            // It comes about in the end, and its process dies.
            return looked && number > 0 && request.Contains("xIndex", StringComparison.Ordinal) ? Fault.ResetBefore : Fault.None;
        };
        await slow.Submit();
        Assert.True(looked);

        Assert.Equal(["P-1001"], await (await OpenRepairing()).Index.GetDue(A.Monday + Duration.FromHours(2), 10));
    }

    [Fact]
    public async Task The_next_command_makes_it_good_as_well()
    {
        var stored = await Store.Submit();
        var dying = await DiesBefore("xIndex");
        stored = await dying.Change(stored, p => p with { Coordinator = A.Yanis, Phase = Phase.InFollowUp }, c => c with { Messages = [A.Message("m-1")] });
        await Store.Change(stored, p => p);
        await AssertUpToDate(owing: 1);
        Assert.Equal(1, await (await Data.OpenWith()).RepairIndex());
        await AssertUpToDate();
    }

    [Fact]
    public async Task A_decision_that_never_came_about_leaves_nothing_owing()
    {
        var stored = await Store.Submit();
        var dying = await DiesBefore("xProjects");
        await Assert.ThrowsAnyAsync<Exception>(async () => await dying.Projects.TryCommit(A.Commit(stored, stored.Project with { Coordinator = A.Yanis })));
        await Assert.ThrowsAnyAsync<Exception>(async () => await dying.Projects.TryCommit(A.Commit(null, A.Project("P-2"))));
        Assert.Equal(2, await (await Data.OpenWith()).RepairIndex());
        Assert.Equal(0, await (await Data.OpenWith()).RepairIndex());
        Assert.Single(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Equal(stored.Project.WakeAt, await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task A_message_that_left_is_not_due_for_ever()
    {
        await Store.Change(await Store.Submit(), p => p.Won(), c => c with { Messages = [A.Message("m-1")] });
        var dying = await DiesBefore("DELETE");
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))!;
        await Assert.ThrowsAnyAsync<Exception>(async () => await dying.Projects.UpdateMessage(entry with { State = MessageState.Sent }));

        Assert.Empty(await (await OpenRepairing()).Index.GetDue(A.Monday + Duration.FromHours(1), 10));
        Assert.Null(await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task A_project_that_keeps_failing_stays_due()
    {
        await Store.Submit();
        var store = await OpenRepairing();
        for (var i = 0; i < 3; i++) Assert.Equal(["P-1001"], await store.Index.GetDue(A.Monday + Duration.FromHours(1), 10));
    }

    [Fact]
    public async Task A_project_that_cannot_be_read_hides_none_of_the_others()
    {
        await Store.Submit("P-1");
        await Store.Submit("P-2");
        await Data.Table("Projects").UpdateEntityAsync(
            new TableEntity("P-1", "project") { ["State"] = "{\"phase\":\"of-a-newer-version\"}" }, Azure.ETag.All, TableUpdateMode.Merge);
        var store = await OpenRepairing();
        for (var i = 0; i < 3; i++) Assert.Equal(["P-1", "P-2"], (await store.Index.GetDue(A.Monday + Duration.FromHours(1), 10)).Order());
    }

    [Fact]
    public async Task An_index_that_was_lost_is_rebuilt_from_the_projects()
    {
        var one = await Store.Submit(A.Project("P-1") with { Providers = [new ProviderState("R-1")] });
        await Store.Change(one, p => p, c => c with { Messages = [A.Message("m-1", "P-1", A.Monday)] });
        await Store.Change(await Store.Submit("P-2"), p => p.Won());
        var before = await Index();
        var table = Data.Table("Index");
        await foreach (var row in table.QueryAsync<TableEntity>()) await table.DeleteEntityAsync(row);
        Assert.Empty(await Store.Index.GetDue(A.Monday, 10));

        await foreach (var id in Store.Projects.ListProjectIds()) await Store.Projects.Rebuild((await Store.Projects.Load(id))!.Project);
        Assert.Equal(before, await Index());
        Assert.Equal(["P-1"], await Store.Index.GetDue(A.Monday, 10));
        Assert.Equal(1, (await Store.Index.CountByPhase())[Phase.Won]);
    }

    async Task AssertUpToDate(int owing = 0)
    {
        Assert.Empty(await Store.Index.GetQueue(A.Camille, 10));
        var row = Assert.Single(await Store.Index.GetQueue(A.Yanis, 10));
        Assert.Equal(("Jeanne Martin", "+33199001234"), (row.ClientName, row.Phone));
        Assert.Equal((0, 1), ((await Store.Index.GetWorkloads())[A.Camille].OpenProjects, (await Store.Index.GetWorkloads())[A.Yanis].OpenProjects));
        Assert.Equal((0, 1), ((await Store.Index.CountByPhase())[Phase.AwaitingValidation], (await Store.Index.CountByPhase())[Phase.InFollowUp]));
        Assert.Single(await Store.Index.Search(new ProjectSearch("jeanne", Phase.InFollowUp, A.Yanis)));
        Assert.Equal(A.Monday, await Store.Index.GetNextDue());
        Assert.Equal(owing, (await Index()).Count(key => key.StartsWith("d:-:", StringComparison.Ordinal)));
    }

    async Task<IEnumerable<string>> Index() =>
        [.. (await Data.ReadAllRows()).Select(row => row.RowKey).Where(key => key.Length > 1 && key[1] == ':').Order(StringComparer.Ordinal)];

    /// <summary>None of its requests that hold this text reaches the service.</summary>
    async Task<StoreClient> DiesBefore(string text)
    {
        faults.Next = (request, number) =>
            (number > 0 || text == "DELETE") && request.Contains(text, StringComparison.Ordinal) ? Fault.ResetBefore : Fault.None;
        return TablesUnderTest.CreateClient(await Data.OpenWith(null, faults));
    }

    /// <summary>Has no patience with what others left.</summary>
    async Task<StoreClient> OpenRepairing() => TablesUnderTest.CreateClient(await Data.OpenWith(
        Data.Options with { RepairAfter = TimeSpan.FromDays(-1), MaxCommitTime = TimeSpan.FromDays(-1) }));
}
