using FollowUp.Application.Projects;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Whose time has come.</summary>
public abstract class DueContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static Instant At(double hours) => A.Monday + Duration.FromHours(hours);

    [Fact]
    public async Task Empty_store_has_nothing_due()
    {
        Assert.Null(await Store.Index.GetNextDue());
        Assert.Empty(await Store.Index.GetDue(At(1000), 10));
    }

    [Fact]
    public async Task Longest_overdue_projects_come_first_whether_by_wake_time_or_message()
    {
        await SubmitWaking("P-late", wake: At(5));
        await SubmitWaking("P-early", wake: At(1));
        await SubmitWaking("P-mail", wake: At(9), message: At(2));
        await SubmitWaking("P-both", wake: At(4), message: At(3));
        await SubmitWaking("P-future", wake: At(7), message: At(8));

        Assert.Equal(["P-early", "P-mail", "P-both", "P-late"], await Store.Index.GetDue(At(6), 10));
        Assert.Equal(["P-early", "P-mail"], await Store.Index.GetDue(At(6), 2));
        Assert.Equal(At(1), await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Project_with_many_messages_is_listed_once()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [.. Enumerable.Range(0, 20).Select(i => A.Message($"m-{i}"))] });
        Assert.Equal(["P-1001"], await Store.Index.GetDue(At(6), 10));
    }

    [Fact]
    public async Task Project_is_due_at_its_wake_time_and_not_a_nanosecond_before()
    {
        var wake = At(1).PlusNanoseconds(1);
        await SubmitWaking("P-1", wake);
        Assert.Empty(await Store.Index.GetDue(wake.PlusNanoseconds(-1), 10));
        Assert.Equal(["P-1"], await Store.Index.GetDue(wake, 10));
        Assert.Equal(wake, await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Project_with_a_new_wake_time_is_due_at_that_time()
    {
        var stored = await SubmitWaking("P-1", At(1));
        await Store.Change(stored, p => p with { Plan = A.PlanAt(At(30)) });
        Assert.Empty(await Store.Index.GetDue(At(2), 10));
        Assert.Equal(At(30), await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Closed_project_is_due_for_its_messages_only()
    {
        await Store.Change(await SubmitWaking("P-1", At(1)), p => p.Won(), c => c with { Messages = [A.Message("m-1", "P-1", At(2))] });
        Assert.Equal(At(2), await Store.Index.GetNextDue());
        Assert.Equal(["P-1"], await Store.Index.GetDue(At(3), 10));
    }

    [Fact]
    public async Task Wake_time_beyond_the_stored_range_is_not_due()
    {
        await SubmitWaking("P-1", Instant.MaxValue);
        Assert.Empty(await Store.Index.GetDue(At(100_000), 10));
    }

    Task<StoredProject> SubmitWaking(string id, Instant wake, Instant? message = null) => Store.CommitOrFail(
        A.Commit(null, A.Project(id) with { Plan = A.PlanAt(wake) }) with { Messages = message is { } due ? [A.Message($"m-{id}", id, due)] : [] });
}
