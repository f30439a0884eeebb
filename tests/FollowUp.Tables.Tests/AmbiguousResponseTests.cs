using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

/// <summary>After a lost response or a conflict with its own first attempt, a commit still learns whether it was written.</summary>
public sealed class AmbiguousResponseTests : StoreContract<TablesUnderTest>
{
    readonly FaultInjectionPolicy faults = new();

    public static TheoryData<Fault> Every => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Project_is_created_once_whatever_happens_to_the_response(Fault fault)
    {
        var store = await OpenFaulty();
        FirstProjectTransaction(fault);
        var commit = A.Commit(null, A.Project()) with { Dossier = A.Dossier(), Messages = [A.Message("m-1")], IdempotencyRecord = A.Receipt("key", 1) };
        Assert.True(await store.Projects.TryCommit(commit));
        await AssertVersion(1);
        Assert.Single(await Store.Projects.LoadMessages("P-1001", pendingOnly: false));
        Assert.False(await store.Projects.TryCommit(commit));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Decision_is_written_once_whatever_happens_to_the_response(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await OpenFaulty();
        FirstProjectTransaction(fault);
        stored = await store.Change(stored, p => p.WithAttempts(1));
        await AssertVersion(2);
        await store.Change(stored, p => p.WithAttempts(2));
        await AssertVersion(3);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Commit_without_a_new_version_is_recognised(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await OpenFaulty();
        FirstProjectTransaction(fault);
        var still = new Commit(stored.Project, 1, [], [], null, [], A.Receipt("key", 1));
        Assert.True(await store.Projects.TryCommit(still));
        Assert.False(await store.Projects.TryCommit(still));
        Assert.NotNull(await Store.Projects.FindIdempotencyRecord("P-1001", "key"));
    }

    [Theory]
    [InlineData(Fault.ResetAfter)]
    [InlineData(Fault.TimeoutAfter)]
    [InlineData(Fault.BusyAfter)]
    public async Task Own_commit_is_recognised_below_newer_ones(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await OpenFaulty();
        var first = A.Commit(stored, stored.Project.WithAttempts(1));
        OnProjectTransaction(attempt =>
        {
            if (attempt == 2) CommitNewer(first).GetAwaiter().GetResult();
            return attempt == 1 ? fault : Fault.None;
        });

        // A busy response is not retried by the client library, so the newer commit comes before the re-read.
        if (fault == Fault.BusyAfter) faults.Next = WithNewerBeforeReread(faults.Next, first);
        Assert.True(await store.Projects.TryCommit(first));
        await store.CompleteIndex();
        await AssertVersion(3);
        Assert.Equal([], await ReadPendingUpdates());
    }

    [Theory]
    [InlineData(Fault.None)]
    [InlineData(Fault.ResetBefore)]
    [InlineData(Fault.TimeoutAfter)]
    [InlineData(Fault.BusyBefore)]
    public async Task Late_commit_returns_false(Fault fault)
    {
        var stored = await Store.Submit();
        var store = await OpenFaulty();
        await store.Projects.Load("P-1001");
        OnProjectTransaction(attempt =>
        {
            if (attempt == 1) Store.Change(stored, p => p.WithAttempts(7)).GetAwaiter().GetResult();
            return attempt == 1 ? fault : Fault.None;
        });
        Assert.False(await store.Projects.TryCommit(A.Commit(stored, stored.Project.WithAttempts(1)) with { Messages = [A.Message("late")] }));
        await AssertVersion(2);
        Assert.Equal(7, (await Store.Projects.Load("P-1001"))!.Project.Cycle.Attempts);
        Assert.Empty(await Store.Projects.LoadMessages("P-1001", pendingOnly: false));
        Assert.Equal([], await ReadPendingUpdates());
    }

    [Fact]
    public async Task Service_that_stays_unavailable_is_an_error_and_writes_nothing()
    {
        var stored = await Store.Submit();
        var store = await OpenFaulty();
        OnProjectTransaction(_ => Fault.BusyBefore);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await store.Projects.TryCommit(A.Commit(stored, stored.Project)));
        await AssertVersion(1);
        OnProjectTransaction(_ => Fault.None);
        await store.Change(stored, p => p);
    }

    [Fact]
    public async Task Every_writer_on_a_bad_network_is_written_once()
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
        var stores = new[] { await OpenFaulty(), await OpenFaulty() };
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                var stored = (await stores[i % 2].Projects.Load("P-1001"))!;
                if (await stores[i % 2].Projects.TryCommit(A.Commit(stored, stored.Project.WithAttempts(stored.Project.Cycle.Attempts + 1)))) return;
            }
        })));

        await AssertVersion(25);
        Assert.Equal(24, (await Store.Projects.Load("P-1001"))!.Project.Cycle.Attempts);
        await (await Data.OpenWith()).RepairIndex();
        Assert.Equal(25, Assert.Single(await Store.Index.GetQueue(A.Camille, 10)).Project.Version);
        Assert.Equal(1, (await Store.Index.GetWorkloads())[A.Camille].OpenProjects);
    }

    async Task<IStore> OpenFaulty() => await Data.OpenWith(null, faults);

    void FirstProjectTransaction(Fault fault) => OnProjectTransaction(attempt => attempt == 1 ? fault : Fault.None);

    /// <summary>Sets the fault of each transaction of the projects table, by its number from 1.</summary>
    void OnProjectTransaction(Func<int, Fault> next)
    {
        var attempts = 0;
        faults.Next = (text, number) => number > 0 && text.Contains("xProjects", StringComparison.Ordinal) ? next(++attempts) : Fault.None;
    }

    Func<string, int, Fault> WithNewerBeforeReread(Func<string, int, Fault> next, Commit first)
    {
        var reread = false;
        var submitted = false;
        return (text, number) =>
        {
            if (submitted && !reread && number == 0 && text.Contains("RowKey", StringComparison.Ordinal))
            {
                reread = true;
                CommitNewer(first).GetAwaiter().GetResult();
            }

            submitted |= number > 0;
            return next(text, number);
        };
    }

    Task<StoredProject> CommitNewer(Commit first) => Store.Change(new StoredProject(first.After, first.Timeline[^1].Hash), p => p.WithAttempts(2));

    async Task AssertVersion(long version)
    {
        var timeline = await Store.ReadTimeline("P-1001");
        Assert.Equal(version, (await Store.Projects.Load("P-1001"))!.Project.Version);
        Assert.Equal(Enumerable.Range(1, (int)version).Select(seq => (long)seq), timeline.Select(entry => entry.Seq));
        Assert.Null(HashChain.FindFirstBroken(timeline));
    }

    async Task<List<string>> ReadPendingUpdates() =>
        [.. (await Data.ReadAllRows()).Select(row => row.RowKey).Where(key => key.StartsWith("d:-:", StringComparison.Ordinal))];
}
