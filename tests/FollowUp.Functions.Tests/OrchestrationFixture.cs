using System.Diagnostics.Metrics;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Functions.Orchestration;
using FollowUp.Storage.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace FollowUp.Functions.Tests;

/// <summary>
/// The whole house under the in-process durable test host: the real orchestration, activities, desk, and the tables that Azure runs on. Its
/// clock stands in a year that the machine's has not reached, so no timer of the host ever fires by itself: what moves was woken.
/// </summary>
sealed class OrchestrationFixture : IAsyncDisposable
{
    public static readonly Instant MondayMorning = Instant.FromUtc(2035, 6, 4, 8, 0);

    readonly TablesStore store;
    readonly DurableTaskTestHost host;
    readonly StatusCheckingClient signalled;
    readonly Watchdog watchdog;
    readonly ServiceProvider meters;

    OrchestrationFixture(TablesStore store, DurableTaskTestHost host, AdjustableTimeProvider time, RecordingSenders senders, ActivityFaults faults, bool dropsWakes)
    {
        this.store = store;
        this.host = host;
        Time = time;
        Senders = senders;
        Faults = faults;
        meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        signalled = new StatusCheckingClient(host.Client);
        var metrics = new Metrics(meters.GetRequiredService<IMeterFactory>());
        var wakes = new OrchestrationSignal(new DurableClientHolder { Client = signalled }, metrics, NullLogger<OrchestrationSignal>.Instance);
        Commands = CreateCommands(dropsWakes ? new NoProjectSignal() : wakes);
        watchdog = new Watchdog(store.Index, store.Projects, wakes, metrics, time);
    }

    public AdjustableTimeProvider Time { get; }

    public RecordingSenders Senders { get; }

    public ActivityFaults Faults { get; }

    public ProjectCommands Commands { get; }

    DurableTaskClient Durable => host.Client;

    /// <summary>How often the app asked the durable host for the status of an instance.</summary>
    public int Looks => signalled.Looks;

    public IProjectStore Projects => store.Projects;

    public static async Task<OrchestrationFixture> Open(bool dropsWakes = false, int roundsPerHistory = ProjectFollowUp.RoundsPerHistory)
    {
        var store = await EmulatedTables.Open();
        var time = new AdjustableTimeProvider(MondayMorning);
        var senders = new RecordingSenders();
        var faults = new ActivityFaults();
        var calendar = WorkingCalendar.France;
        var (policies, assigning) = (new PolicyLoader(store.Directory, calendar), new CoordinatorSelector(store.Directory, store.Index, calendar));
        var persons = new PersonLoader(store.Persons, store.Projects, store.Index);
        var refusals = new BounceHandler(
            new ProjectCommands(store.Projects, persons, store.Audit, policies, assigning, new NoProjectSignal(), time), store.Index, store.Projects);
        var activities = new Activities(
            store.Projects, persons, store.Audit, policies, assigning,
            new OutboxDelivery(
                store.Projects, store.Directory, senders, senders, senders, refusals,
                new CommonMails(store.Projects, new UnaskedMailDays(store.Persons, persons, policies), policies), persons, time), time, NullLogger<Activities>.Instance);
        var host = await DurableTestHost.Start(
            roundsPerHistory,
            id => faults.Before(nameof(Activities.Advance), () => activities.Advance(id, default)),
            owed => faults.Before(nameof(Activities.Deliver), () => activities.Deliver(owed, default)));
        return new OrchestrationFixture(store, host, time, senders, faults, dropsWakes);
    }

    ProjectCommands CreateCommands(IProjectSignal wakes)
    {
        var calendar = WorkingCalendar.France;
        return new ProjectCommands(
            store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, calendar), new CoordinatorSelector(store.Directory, store.Index, calendar), wakes, Time);
    }

    /// <summary>A company that may be called, or a private person who gets mails only.</summary>
    public async Task<Project> Submit(string id, ClientType type = ClientType.Company)
    {
        var command = new Submit(id, $"C-{id}", type, Language.French, "site-web", type == ClientType.Company, Evidence.None, null, Time.Now, null);
        var dossier = new Dossier(
            id, $"C-{id}", "Site vitrine", null, "site-web", "Jeanne Martin", null, "jeanne@client.example", "+33199001234", null, null, null, "digest", "salt");
        return Assert.IsType<CommandResult.Succeeded>(await Commands.Submit(command, dossier)).Project;
    }

    public async Task<Project> Load(string id) => (await store.Projects.Load(id))!.Project;

    /// <summary>Returns once nothing is due for the project at the clock's time.</summary>
    public async Task<Project> WaitUntilNothingDue(string id)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while ((await store.Index.GetDue(Time.Now, 100)).Contains(id))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromSeconds(60), "It stays due.");
            await PollDelay();
        }

        return await Load(id);
    }

    /// <summary>The next instant at which something falls due.</summary>
    public ValueTask<Instant?> GetNextDue() => store.Index.GetNextDue();

    public Task<OrchestrationMetadata?> GetInstance(string id, int generation = 1) =>
        Durable.GetInstanceAsync(new OrchestrationInput(id, generation).InstanceId, getInputsAndOutputs: true);

    public async Task<OrchestrationMetadata> WaitForCompletion(string id, int generation = 1)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await Durable.WaitForInstanceCompletionAsync(new OrchestrationInput(id, generation).InstanceId, getInputsAndOutputs: true, limit.Token);
    }

    public Task RunWatchdog() => watchdog.Run();

    public async Task Terminate(string id)
    {
        await Durable.TerminateInstanceAsync(new OrchestrationInput(id, 1).InstanceId);
        await WaitForCompletion(id);
    }

    /// <summary>A worker that still holds an instance when it ends may write it once more: it is purged until it stays away.</summary>
    public async Task Purge(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await GetInstance(id) is not null)
        {
            await Durable.PurgeInstanceAsync(new OrchestrationInput(id, 1).InstanceId, limit.Token);
            await PollDelay();
        }
    }

    public static Task PollDelay() => Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await meters.DisposeAsync();
    }
}
