using FollowUp.Application;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

/// <summary>An answer that was lost, or that speaks of a conflict with oneself, is not taken for a no.</summary>
public sealed class AmbiguousTests : StoreContract<TablesUnderTest>
{
    readonly Faults faults = new();

    public static TheoryData<Fault> Every => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_project_is_made_once_whatever_becomes_of_the_answer(Fault fault)
    {
        var store = await Faulty();
        FirstDecision(fault);
        var commit = A.Commit(null, A.Project()) with { Dossier = A.Dossier(), Owed = [A.Message("m-1")], Receipt = A.Receipt("key", 1) };
        Assert.True(await store.Projects.Commit(commit));
        await Stands(1);
        Assert.Single(await Store.Projects.Messages("P-1001", pendingOnly: false));
        Assert.False(await store.Projects.Commit(commit));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_decision_is_taken_once_whatever_becomes_of_the_answer(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await Faulty();
        FirstDecision(fault);
        stored = await store.Change(stored, p => p with { Attempts = 1 });
        await Stands(2);
        await store.Change(stored, p => p with { Attempts = 2 });
        await Stands(3);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_commit_that_moves_no_version_is_recognised_too(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await Faulty();
        FirstDecision(fault);
        var still = new Commit(stored.Project, 1, [], [], null, [], A.Receipt("key", 1));
        Assert.True(await store.Projects.Commit(still));
        Assert.False(await store.Projects.Commit(still));
        Assert.NotNull(await Store.Projects.FindReceipt("P-1001", "key"));
    }

    [Theory]
    [InlineData(Fault.ResetAfter)]
    [InlineData(Fault.TimeoutAfter)]
    [InlineData(Fault.BusyAfter)]
    public async Task One_s_own_is_recognised_under_newer_ones(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await Faulty();
        var first = A.Commit(stored, stored.Project with { Attempts = 1 });
        OnDecision(attempt =>
        {
            if (attempt == 2) Newer(first).GetAwaiter().GetResult();
            return attempt == 1 ? fault : Fault.None;
        });

        // Where the answer is not asked for again, somebody is faster than the look.
        if (fault == Fault.BusyAfter) faults.Next = WithNewerBeforeTheLook(faults.Next, first);
        Assert.True(await store.Projects.Commit(first));
        await Stands(3);
        Assert.Equal([], await Owing());
    }

    [Theory]
    [InlineData(Fault.None)]
    [InlineData(Fault.ResetBefore)]
    [InlineData(Fault.TimeoutAfter)]
    [InlineData(Fault.BusyBefore)]
    public async Task Who_was_too_late_hears_so(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await Faulty();
        await store.Projects.Load("P-1001");
        OnDecision(attempt =>
        {
            if (attempt == 1) Store.Change(stored, p => p with { Attempts = 7 }).GetAwaiter().GetResult();
            return attempt == 1 ? fault : Fault.None;
        });
        Assert.False(await store.Projects.Commit(A.Commit(stored, stored.Project with { Attempts = 1 }) with { Owed = [A.Message("late")] }));
        await Stands(2);
        Assert.Equal(7, (await Store.Projects.Load("P-1001"))!.Project.Attempts);
        Assert.Empty(await Store.Projects.Messages("P-1001", pendingOnly: false));
        Assert.Equal([], await Owing());
    }

    [Fact]
    public async Task A_service_that_stays_away_is_an_error_and_nothing_is_written()
    {
        var stored = await Store.Submit();
        var store = await Faulty();
        OnDecision(_ => Fault.BusyBefore);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await store.Projects.Commit(A.Commit(stored, stored.Project)));
        await Stands(1);
        OnDecision(_ => Fault.None);
        await store.Change(stored, p => p);
    }

    [Fact]
    public async Task Many_writers_on_a_bad_network_are_all_heard_once()
    {
        await Store.Submit();
        var random = new Random(20261123);
        faults.Next = (_, number) =>
        {
            if (number == 0) return Fault.None;
            lock (random)
            {
                return random.Next(4) == 0 ? (Fault)random.Next(Enum.GetValues<Fault>().Length) : Fault.None;
            }
        };
        var stores = new[] { await Faulty(), await Faulty() };
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                var stored = (await stores[i % 2].Projects.Load("P-1001"))!;
                if (await stores[i % 2].Projects.Commit(A.Commit(stored, stored.Project with { Attempts = stored.Project.Attempts + 1 }))) return;
            }
        })));

        await Stands(25);
        Assert.Equal(24, (await Store.Projects.Load("P-1001"))!.Project.Attempts);
        await (await Data.OpenWith()).Heal();
        Assert.Equal(25, Assert.Single(await Store.Index.Queue(A.Camille, 10)).Project.Version);
        Assert.Equal(1, (await Store.Index.Workloads())[A.Camille].Open);
    }

    async Task<Ports> Faulty() => TablesUnderTest.PortsOf(await Data.OpenWith(null, faults));

    void FirstDecision(Fault fault) => OnDecision(attempt => attempt == 1 ? fault : Fault.None);

    /// <summary>What happens to the transactions of the projects' table.</summary>
    void OnDecision(Func<int, Fault> next)
    {
        var attempts = 0;
        faults.Next = (text, number) => number > 0 && text.Contains("xProjects", StringComparison.Ordinal) ? next(++attempts) : Fault.None;
    }

    Func<string, int, Fault> WithNewerBeforeTheLook(Func<string, int, Fault> next, Commit first)
    {
        var looked = false;
        var decided = false;
        return (text, number) =>
        {
            if (decided && !looked && number == 0 && text.Contains("RowKey", StringComparison.Ordinal))
            {
                looked = true;
                Newer(first).GetAwaiter().GetResult();
            }

            decided |= number > 0;
            return next(text, number);
        };
    }

    Task<StoredProject> Newer(Commit first) => Store.Change(new StoredProject(first.After, first.Timeline[^1].Hash), p => p with { Attempts = 2 });

    async Task Stands(long version)
    {
        var timeline = await Store.TimelineOf("P-1001");
        Assert.Equal(version, (await Store.Projects.Load("P-1001"))!.Project.Version);
        Assert.Equal(Enumerable.Range(1, (int)version).Select(seq => (long)seq), timeline.Select(entry => entry.Seq));
        Assert.Null(Chain.FirstBroken(timeline));
    }

    async Task<List<string>> Owing() =>
        [.. (await Data.EveryRow()).Select(row => row.RowKey).Where(key => key.StartsWith("d:-:", StringComparison.Ordinal))];
}
