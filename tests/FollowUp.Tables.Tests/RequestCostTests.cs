using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>What Azure charges for: every request, counted on its way to the service.</summary>
public sealed class RequestCostTests : StoreContract<TablesUnderTest>
{
    /// <summary>The project is read; that the index owes something is written; the decision; the index.</summary>
    static readonly string[] OneCommand = ["read Projects", "transaction Index", "transaction Projects", "write Index"];

    readonly CountingPolicy counting = new();

    [Fact]
    public async Task A_command_costs_one_read_one_transaction_and_its_index()
    {
        await Store.Submit();
        var store = await OpenCounted();
        var stored = (await store.Projects.Load("P-1001"))!;
        await store.Change(stored, p => p with { Attempts = 1, WakeAt = A.Monday + Duration.FromDays(2) }, c => c with { Messages = [A.Message("m-1")] });
        Assert.Equal(OneCommand, counting.TakeOperations());
    }

    [Fact]
    public async Task A_command_through_the_desk_costs_no_more()
    {
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [Language.French], 40));
        await Store.Submit();
        var store = await OpenCounted();
        var desk = CreateCommands(store, A.Monday + Duration.FromHours(2));
        await Report(desk, "R-1");
        counting.TakeOperations();

        await Report(desk, "R-2");
        Assert.Equal(OneCommand, counting.TakeOperations());
        Assert.Equal(3, (await store.Projects.Load("P-1001"))!.Project.Version);
    }

    [Fact]
    public async Task A_key_costs_one_read_more()
    {
        await Store.Submit();
        var store = await OpenCounted();
        var stored = (await store.Projects.Load("P-1001"))!;
        Assert.Null(await store.Projects.FindIdempotencyRecord("P-1001", "key"));
        await store.Change(stored, p => p, c => c with { IdempotencyRecord = A.Receipt("key", 2) });
        Assert.Equal(["read Projects", .. OneCommand], counting.TakeOperations());
    }

    [Fact]
    public async Task A_change_of_phase_reads_the_figures_that_it_changes()
    {
        await Store.Submit();
        var store = await OpenCounted();
        await store.Change((await store.Projects.Load("P-1001"))!, p => p.Won());
        Assert.Equal(["read Index", .. OneCommand], counting.TakeOperations());
    }

    [Fact]
    public async Task A_change_of_hands_also_reads_what_the_queue_shows_of_the_client()
    {
        await Store.Submit();
        var store = await OpenCounted();
        await store.Change((await store.Projects.Load("P-1001"))!, p => p with { Coordinator = A.Yanis });
        Assert.Equal(["read Index", "read Projects", .. OneCommand], counting.TakeOperations());
    }

    [Fact]
    public async Task A_submission_costs_what_a_change_of_phase_does()
    {
        var store = await OpenCounted();
        Assert.Null(await store.Projects.Load("P-1001"));
        await store.Submit();
        Assert.Equal(["read Index", .. OneCommand], counting.TakeOperations());
    }

    [Fact]
    public async Task Whoever_decides_on_an_old_state_pays_one_read_to_hear_it()
    {
        var old = await Store.Submit();
        await Store.Change(old, p => p);
        var store = await OpenCounted();
        Assert.False(await store.Projects.TryCommit(A.Commit(old, old.Project)));
        Assert.Equal(["read Projects"], counting.TakeOperations());
    }

    [Fact]
    public async Task A_message_costs_a_read_and_a_write_and_leaves_the_index_with_one_more()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1")] });
        var store = await OpenCounted();
        var entry = Assert.Single(await store.Projects.LoadMessages("P-1001", pendingOnly: true));
        Assert.Equal(["query Projects"], counting.TakeOperations());
        await store.Projects.UpdateMessage(entry with { State = MessageState.Sending });
        Assert.Equal(["read Projects", "write Projects"], counting.TakeOperations());
        await store.Projects.UpdateMessage(entry with { State = MessageState.Sent });
        Assert.Equal(["delete Index", "read Projects", "write Projects"], counting.TakeOperations());
    }

    [Fact]
    public async Task Looking_for_due_projects_costs_the_same_however_many_wait()
    {
        var store = await OpenCounted();
        await store.Index.GetDue(A.Monday, 100);
        var none = counting.TakeOperations();
        for (var i = 0; i < 12; i++) await Store.Submit($"P-{i}");
        await store.Index.GetDue(A.Monday, 100);
        Assert.Equal(none, counting.TakeOperations());
        Assert.Equal(4, none.Count);
    }

    async Task<StoreClient> OpenCounted()
    {
        var store = TablesUnderTest.CreateClient(await Data.OpenWith(null, counting));
        counting.TakeOperations();
        return store;
    }

    static async Task Report(ProjectCommands desk, string provider) => Assert.IsType<CommandResult.Succeeded>(await desk.Record(
        "P-1001", new ReportProviderAction(provider, ProviderActionKind.Quote, A.Monday), Actor.Website));

    static ProjectCommands CreateCommands(StoreClient store, Instant now) => new(
        store.Projects, store.Audit, new PolicyLoader(store.Directory, WorkingCalendar.France),
        new CoordinatorSelector(store.Directory, store.Index, WorkingCalendar.France), new NoSignal(), new FixedTimeProvider(now));

    sealed class NoSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default) => ValueTask.CompletedTask;
    }

    sealed class FixedTimeProvider(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
    }
}
