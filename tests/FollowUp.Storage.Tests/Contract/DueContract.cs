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
    public async Task Nothing_waits_where_nothing_is()
    {
        Assert.Null(await Store.Index.GetNextDue());
        Assert.Empty(await Store.Index.GetDue(At(1000), 10));
    }

    [Fact]
    public async Task The_longest_overdue_come_first_be_it_for_a_wake_or_for_a_message()
    {
        await Waits("P-late", wake: At(5));
        await Waits("P-early", wake: At(1));
        await Waits("P-mail", wake: At(9), message: At(2));
        await Waits("P-both", wake: At(4), message: At(3));
        await Waits("P-future", wake: At(7), message: At(8));

        Assert.Equal(["P-early", "P-mail", "P-both", "P-late"], await Store.Index.GetDue(At(6), 10));
        Assert.Equal(["P-early", "P-mail"], await Store.Index.GetDue(At(6), 2));
        Assert.Equal(At(1), await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task A_project_with_many_messages_is_named_once()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [.. Enumerable.Range(0, 20).Select(i => A.Message($"m-{i}"))] });
        Assert.Equal(["P-1001"], await Store.Index.GetDue(At(6), 10));
    }

    [Fact]
    public async Task It_is_due_at_its_instant_and_not_a_nanosecond_before()
    {
        var wake = At(1).PlusNanoseconds(1);
        await Waits("P-1", wake);
        Assert.Empty(await Store.Index.GetDue(wake.PlusNanoseconds(-1), 10));
        Assert.Equal(["P-1"], await Store.Index.GetDue(wake, 10));
        Assert.Equal(wake, await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Who_has_been_looked_at_waits_for_the_next_time()
    {
        var stored = await Waits("P-1", At(1));
        await Store.Change(stored, p => p with { WakeAt = At(30) });
        Assert.Empty(await Store.Index.GetDue(At(2), 10));
        Assert.Equal(At(30), await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task A_closed_project_waits_for_its_messages_only()
    {
        await Store.Change(await Waits("P-1", At(1)), p => p.Won(), c => c with { Messages = [A.Message("m-1", "P-1", At(2))] });
        Assert.Equal(At(2), await Store.Index.GetNextDue());
        Assert.Equal(["P-1"], await Store.Index.GetDue(At(3), 10));
    }

    [Fact]
    public async Task Far_away_is_not_now()
    {
        await Waits("P-1", Instant.MaxValue);
        Assert.Empty(await Store.Index.GetDue(At(100_000), 10));
    }

    Task<StoredProject> Waits(string id, Instant wake, Instant? message = null) => Store.CommitOrFail(
        A.Commit(null, A.Project(id) with { WakeAt = wake }) with { Messages = message is { } due ? [A.Message($"m-{id}", id, due)] : [] });
}
