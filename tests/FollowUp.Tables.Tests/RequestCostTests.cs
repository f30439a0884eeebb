using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>The number of requests of each operation: Azure charges for every one.</summary>
public sealed class RequestCostTests : StoreContract<TablesUnderTest>
{
    /// <summary>Read the project, write the pending row, write the project, write the index.</summary>
    static readonly string[] OneCommand = ["read Projects", "transaction Index", "transaction Projects", "write Index"];

    /// <summary>The first look at a client's project in a process also reads the record of the client, which is cached then.</summary>
    static readonly string[] FirstCommand = ["read Projects", "read Records", "transaction Index", "transaction Projects", "write Index"];

    readonly CountingPolicy counting = new();

    [Fact]
    public async Task Commit_costs_one_read_one_transaction_and_the_index_update()
    {
        await Store.Submit();
        var store = await OpenCounted();
        var stored = (await store.Projects.Load("P-1001"))!;
        await store.Change(stored, p => p.WithAttempts(1) with { Plan = A.PlanAt(A.Monday + Duration.FromDays(2)) }, c => c with { Messages = [A.Message("m-1")] });
        Assert.Equal(FirstCommand, counting.TakeOperations());
    }

    [Fact]
    public async Task Command_costs_as_much_as_its_commit()
    {
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [Language.French], 40));
        await Store.Submit();
        var store = await OpenCounted();
        var commands = CreateCommands(store, A.Monday + Duration.FromHours(2));
        await Report(commands, "R-1");
        await store.CompleteIndex();
        counting.TakeOperations();

        await Report(commands, "R-2");
        await store.CompleteIndex();
        Assert.Equal(OneCommand, counting.TakeOperations());
        Assert.Equal(3, (await store.Projects.Load("P-1001"))!.Project.Version);
    }

    /// <summary>The person's row is written beside the pending row, before the project: still three requests in a row.</summary>
    [Fact]
    public async Task Call_costs_one_more_write_for_the_person()
    {
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [Language.French], 40));
        await Store.Submit();
        var store = await OpenCounted();
        var commands = CreateCommands(store, A.Monday + Duration.FromHours(2));
        await Report(commands, "R-1");
        await store.CompleteIndex();
        counting.TakeOperations();

        Assert.IsType<CommandResult.Succeeded>(await commands.Record("P-1001", new RecordCall(CallOutcome.NoAnswer, A.Monday), new Actor(Role.Coordinator, A.Camille)));
        await store.CompleteIndex();
        Assert.Equal([.. OneCommand, "write Records"], counting.TakeOperations());
    }

    [Fact]
    public async Task Idempotency_key_costs_one_more_read()
    {
        await Store.Submit();
        var store = await OpenCounted();
        var stored = (await store.Projects.Load("P-1001"))!;
        Assert.Null(await store.Projects.FindIdempotencyRecord("P-1001", "key"));
        await store.Change(stored, p => p, c => c with { IdempotencyRecord = A.Receipt("key", 2) });
        Assert.Equal(["read Projects", .. FirstCommand], counting.TakeOperations());
    }

    [Fact]
    public async Task Closing_a_project_reads_no_counters()
    {
        await Store.Submit();
        var store = await OpenCounted();
        await store.Change((await store.Projects.Load("P-1001"))!, p => p.Won());
        Assert.Equal(FirstCommand, counting.TakeOperations());
    }

    [Fact]
    public async Task Change_of_coordinator_also_reads_the_dossier()
    {
        await Store.Submit();
        var store = await OpenCounted();
        await store.Change((await store.Projects.Load("P-1001"))!, p => p with { Staffing = new Staffing(A.Yanis) });
        Assert.Equal(["read Projects", .. FirstCommand], counting.TakeOperations());
    }

    [Fact]
    public async Task Commit_on_an_old_version_costs_one_read()
    {
        var old = await Store.Submit();
        await Store.Change(old, p => p);
        var store = await OpenCounted();
        Assert.False(await store.Projects.TryCommit(A.Commit(old, old.Project)));
        Assert.Equal(["read Projects"], counting.TakeOperations());
    }

    [Fact]
    public async Task Mark_of_a_loaded_message_costs_a_write_and_leaving_the_index_one_more()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1")] });
        var store = await OpenCounted();
        var work = (await store.Projects.LoadWork("P-1001"))!;
        Assert.Equal(["query Projects", "read Records"], counting.TakeOperations());
        var entry = Assert.Single(work.Messages);
        await store.Projects.UpdateMessages([new MessageUpdate(entry, entry with { State = MessageState.Sending })]);
        Assert.Equal(["write Projects"], counting.TakeOperations());
        await store.Projects.UpdateMessages([new MessageUpdate(entry, entry with { State = MessageState.Sent })]);
        await store.CompleteIndex();
        Assert.Equal(["transaction Index", "write Projects"], counting.TakeOperations());
    }

    [Fact]
    public async Task Marks_of_several_messages_and_their_mails_are_one_transaction()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1"), A.Message("m-2")] });
        var store = await OpenCounted();
        var entries = await store.Projects.LoadMessages("P-1001", pendingOnly: true);
        counting.TakeOperations();
        await store.Projects.UpdateMessages(
            [.. entries.Select(entry => new MessageUpdate(entry, entry with { State = MessageState.Sent }, A.SentMail(entry.Message.Id)))]);
        await store.CompleteIndex();
        Assert.Equal(["transaction Index", "transaction Projects"], counting.TakeOperations());
        Assert.Equal(2, (await store.Projects.LoadSentMails("P-1001")).Length);
        Assert.Empty(await store.Projects.LoadMessages("P-1001", pendingOnly: true));
    }

    [Fact]
    public async Task Reading_due_projects_costs_the_same_however_many_wait()
    {
        var store = await OpenCounted();
        await store.Index.GetDue(A.Monday, 100);
        var none = counting.TakeOperations();
        for (var i = 0; i < 12; i++) await Store.Submit($"P-{i}");
        await store.Index.GetDue(A.Monday, 100);
        Assert.Equal(none, counting.TakeOperations());
        Assert.Equal(4, none.Count);
    }

    async Task<IStore> OpenCounted()
    {
        var store = await Data.OpenWith(null, counting);
        counting.TakeOperations();
        return store;
    }

    static async Task Report(ProjectCommands commands, string provider) => Assert.IsType<CommandResult.Succeeded>(await commands.Record(
        "P-1001", new ReportProviderAction(provider, ProviderActionKind.Quote, A.Monday), Actor.Website));

    static ProjectCommands CreateCommands(IStore store, Instant now) => new(
        store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, WorkingCalendar.France),
        new CoordinatorSelector(store.Directory, store.Index, WorkingCalendar.France), new NoProjectSignal(), new FixedTimeProvider(now));

    sealed class FixedTimeProvider(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
    }
}
