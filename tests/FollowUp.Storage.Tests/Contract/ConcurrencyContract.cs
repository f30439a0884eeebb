using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Concurrent writers: the commits of a project have one order, none is lost, none is written twice.</summary>
public abstract class ConcurrencyContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task One_of_ten_concurrent_creations_of_a_project_succeeds()
    {
        var won = await RunConcurrently(10, i => Store.Projects.TryCommit(
            A.Commit(null, A.Project().WithAttempts(i)) with { Dossier = A.Dossier(name: $"Writer {i}"), Messages = [A.Message($"m-{i}")] }).AsTask());

        var winner = Array.IndexOf(won, true);
        Assert.Single(won, true);
        Assert.Equal(winner, (await Store.Projects.Load("P-1001"))?.Project.Cycle.Attempts);
        Assert.Equal($"Writer {winner}", (await Store.Projects.LoadDossier("P-1001"))?.Name);
        Assert.Equal($"m-{winner}", Assert.Single(await Store.Projects.LoadMessages("P-1001", pendingOnly: false)).Message.Id);
        Assert.Single(await Store.ReadTimeline("P-1001"));
    }

    [Fact]
    public async Task Sixty_four_writers_of_one_project_all_commit_in_one_order()
    {
        await Store.Submit();
        await RunConcurrently(64, _ => AddOne(Store, "P-1001"));
        await AssertCommits("P-1001", 64);
    }

    [Fact]
    public async Task Conflict_does_not_affect_commits_written_in_the_same_batch()
    {
        var stored = await Store.Submit();
        await Store.Change(stored, p => p);
        var stale = A.Commit(stored, stored.Project);
        var taken = await RunConcurrently(60, i => i % 3 == 0
            ? Store.Projects.TryCommit(stale).AsTask()
            : Store.Projects.TryCommit(A.Commit(null, A.Project($"P-{i}"))).AsTask());
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(i % 3 != 0, taken[i]);
            if (i % 3 != 0) Assert.NotNull(await Store.Projects.Load($"P-{i}"));
        }

        Assert.Equal(2, (await Store.Projects.Load("P-1001"))?.Project.Version);
    }

    [Fact]
    public async Task Two_processes_on_the_same_data_see_each_others_commits()
    {
        using var other = await OpenAnother();
        await Store.Submit();
        await RunConcurrently(16, i => AddOne(i % 2 == 0 ? Store : other, "P-1001"));
        await AssertCommits("P-1001", 16);

        await other.Settings.Set("key", "from the other");
        Assert.Equal("from the other", await Store.Settings.Get("key"));
    }

    /// <summary>Loads, changes and commits; repeats this after a conflict.</summary>
    static async Task<bool> AddOne(IStore store, string id)
    {
        while (true)
        {
            var stored = (await store.Projects.Load(id))!;
            if (await store.Projects.TryCommit(A.Commit(stored, stored.Project.WithAttempts(stored.Project.Cycle.Attempts + 1)))) return true;
        }
    }

    async Task AssertCommits(string id, int commits)
    {
        var stored = (await Store.Projects.Load(id))!;
        Assert.Equal((commits, commits + 1), (stored.Project.Cycle.Attempts, stored.Project.Version));
        var timeline = await Store.ReadTimeline(id);
        Assert.Equal(Enumerable.Range(1, commits + 1).Select(seq => (long)seq), timeline.Select(entry => entry.Seq));
        Assert.Null(HashChain.FindFirstBroken(timeline));
    }

    static Task<bool[]> RunConcurrently(int count, Func<int, Task<bool>> write) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => write(i))));
}
