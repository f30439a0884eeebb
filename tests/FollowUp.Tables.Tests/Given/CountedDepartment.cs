using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tables;
using FollowUp.Storage.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Tables.Tests.Given;

/// <summary>
/// One process over the tables: commands, the run of a project and the watchdog, with every request counted. Its caches do not expire, so that counts do not
/// depend on the machine; what expires costs one read in five seconds and is counted apart.
/// </summary>
sealed class CountedDepartment : TimeProvider, IProjectSignal, IMailSender, IMailWriter, IWebhookSender
{
    public static readonly Actor Camille = new(Role.Coordinator, A.Camille);

    readonly CountingPolicy counting;
    readonly OutboxDelivery delivery;
    int signals;
    int sent;

    CountedDepartment(TablesStore store, CountingPolicy counting)
    {
        (Store, this.counting) = (store, counting);
        var calendar = WorkingCalendar.France;
        var (policies, persons) = (new PolicyLoader(store.Directory, calendar, this), new PersonLoader(store.Persons, store.Projects, store.Index));
        Commands = new ProjectCommands(
            store.Projects, persons, store.Audit, policies, new CoordinatorSelector(store.Directory, store.Index, calendar), this, this);
        delivery = new OutboxDelivery(
            store.Projects, store.Directory, this, this, this, new BounceHandler(Commands, store.Index, store.Projects),
            new CommonMails(store.Projects, new UnaskedMailDays(store.Persons, persons, policies), policies), persons, this);
    }

    public TablesStore Store { get; }

    public ProjectCommands Commands { get; }

    public Instant Now { get; set; } = A.Monday + Duration.FromHours(2);

    public int Signals => signals;

    public int Sent => sent;

    public bool IsConfigured => true;

    Duration IProjectSignal.Tolerance => Duration.FromMinutes(1);

    public static async Task<CountedDepartment> Open(TablesUnderTest tables)
    {
        var counting = new CountingPolicy();
        var day = TimeSpan.FromDays(1);
        var store = await tables.OpenWith(tables.Options with { VersionCheckTime = day, MaxCacheTime = day, DirectoryCacheTime = day }, counting);
        await store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [Language.French], 1000));
        await store.Directory.PutProvider(new ProviderProfile("R-1", "Atelier Un", "un@provider.example", Language.French, null));
        var department = new CountedDepartment(store, counting);
        await department.Submit("P-0");
        await department.Run("P-0");
        await department.Report("P-0", "R-1");
        await store.Directory.AllProviders();
        await store.CompleteIndex();
        counting.Take();
        return department;
    }

    public async Task<Project> Submit(string id) => Assert.IsType<CommandResult.Succeeded>(await Commands.Submit(
        new Submit(id, $"C-{id}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.None, null, Now, null), A.Dossier(id))).Project;

    public Task Report(string id, string provider) => Record(id, new ReportProviderAction(provider, ProviderActionKind.Quote, Now), Actor.Website);

    public async Task Record(string id, Command command, Actor actor, IdempotencyKey? key = null) =>
        Assert.IsType<CommandResult.Succeeded>(await Commands.Record(id, command, actor, key));

    /// <summary>What a wake does: the step of time and the messages that are due.</summary>
    public async Task Run(string id) => await delivery.DeliverDue((await Commands.AdvanceWork(id))!);

    public Task<int> RunWatchdog()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        return new Watchdog(Store.Index, Store.Projects, this, new Metrics(meters.GetRequiredService<IMeterFactory>()), this).Run();
    }

    /// <summary>Counts the requests of an act: those in a row before its answer, all of them, and their bytes.</summary>
    public async Task<Cost> Measure(Func<Task> act, Func<Task>? after = null)
    {
        await Store.CompleteIndex();
        counting.Take();
        counting.Delay = TimeSpan.FromMilliseconds(100);
        await act();
        var serial = CountingPolicy.CountSerial(counting.Answered);
        counting.Delay = TimeSpan.Zero;
        await Store.CompleteIndex();
        if (after is not null) await after();
        await Store.CompleteIndex();
        var all = counting.Take();
        return new Cost(serial, all.Count, all.Sum(request => request.Bytes), string.Join(", ", all.Select(request => request.Operation)));
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref signals);
        return ValueTask.CompletedTask;
    }

    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => Count();

    public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Count();

    public ValueTask<OutgoingMail?> Write(MailRequest request, CancellationToken cancellation) => ValueTask.FromResult<OutgoingMail?>(new OutgoingMail(
        request.Message.Id, request.Project.Id, "jeanne@client.example", null, "Suivi Projet", "suivi@department.example", "Votre projet", "…", "…",
        ImmutableDictionary<string, string>.Empty, []));

    Task Count()
    {
        Interlocked.Increment(ref sent);
        return Task.CompletedTask;
    }

    /// <param name="Serial">Requests in a row before the answer.</param>
    /// <param name="All">All requests, those after the answer included.</param>
    /// <param name="Bytes">Sent and received.</param>
    /// <param name="Operations">For the message of a failed test.</param>
    public sealed record Cost(int Serial, int All, long Bytes, string Operations);
}
