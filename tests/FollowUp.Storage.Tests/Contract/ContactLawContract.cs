using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>
/// Persons with one to five projects, commands on several of them at once from two clients of the store, and mails as they leave: no call is planned and no
/// mail is sent against a cap, an hour, a refusal or a scope, and each call that people made outside the rules is flagged. The reader counts from the
/// timelines and knows no rule of the product.
/// </summary>
public abstract class ContactLawContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static readonly Duration[] Steps = [Duration.FromMinutes(20), Duration.FromHours(3), Duration.FromDays(1), Duration.FromDays(6), Duration.FromDays(17), Duration.FromDays(61)];

    /// <summary>How many persons a test run has; FOLLOWUP_CASES sets another number.</summary>
    protected virtual int Persons => 30;

    /// <summary>How many persons live at once.</summary>
    protected virtual int PersonsAtOnce => 16;

    int PersonsOfRun => Environment.GetEnvironmentVariable("FOLLOWUP_CASES") is { } cases ? int.Parse(cases, CultureInfo.InvariantCulture) : Persons;

    [Fact]
    public async Task Contact_keeps_the_law_over_all_projects_of_a_person_under_concurrent_commands()
    {
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille Aubertin", Role.Coordinator, [Language.French], Capacity: 1_000_000));
        using var other = await OpenAnother();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, PersonsOfRun), new ParallelOptions { MaxDegreeOfParallelism = PersonsAtOnce },
            async (person, _) =>
            {
                // A person has a clock of their own. The commits of many persons share the writes of the store.
                var (time, sent) = (new LawClock(Instant.FromUtc(2026, 11, 23, 9, 0)), new SentMails());
                await Live(person, new Random(person), [CreateHost(Store, time, sent), CreateHost(other, time, sent)], time, sent);
            });
    }

    async Task Live(int person, Random random, (ProjectCommands Commands, OutboxDelivery Delivery)[] hosts, LawClock time, SentMails sent)
    {
        time.Now = Instant.FromUtc(2026, 11, 23, 9, 0) + Duration.FromDays(random.Next(7));
        string[] ids = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(i => $"P-{person}-{i}")];
        foreach (var id in ids) await Submit(hosts[0].Commands, id, $"C-{person}", random.Next(4));

        for (var round = 0; round < 6; round++)
        {
            time.Now += Steps[random.Next(Steps.Length)];
            var before = await LawReader.Read(Store, ids);
            var given = Enumerable.Range(0, 1 + random.Next(3)).Select(i => (Host: hosts[i % 2].Commands, Id: ids[random.Next(ids.Length)], Kind: random.Next(14), Order: i)).ToList();
            await Task.WhenAll(given.Select(g => Task.Run(() => Give(g.Host, time.Now, g.Id, $"C-{person}", g.Kind, person, round, g.Order))));
            for (var look = 0; look < 3; look++)
            {
                foreach (var id in ids) await hosts[look % 2].Commands.Advance(id);
                await Task.WhenAll(ids.Select((id, i) => Task.Run(() => hosts[i % 2].Delivery.DeliverDue(id))));
            }

            var after = await LawReader.Read(Store, ids);
            foreach (var id in ids) after.CheckPlan((await Store.Projects.Load(id))!.Project, time.Now);
            after.CheckFlags(before);
        }

        (await LawReader.Read(Store, ids)).CheckMails(sent.Take());
    }

    static async Task Submit(ProjectCommands commands, string id, string client, int kind)
    {
        var posted = Instant.FromUtc(2026, 11, 23, 8, 0);
        var submit = new Submit(id, client, ClientType.Person, Language.French, "site-web", kind > 0, Evidence.None, null, posted, null)
        {
            Consent = kind == 0 ? null : new GivenConsent(kind == 3 ? ConsentScope.Later : ConsentScope.Request, posted),
        };
        Assert.IsType<CommandResult.Succeeded>(await commands.Submit(submit, A.Dossier(id) with { ClientId = client, SubmissionDigest = id }));
    }

    /// <param name="order">No two consents have the same instant, since the order of two commands at once is open.</param>
    static Task<CommandResult> Give(ProjectCommands commands, Instant now, string id, string client, int kind, int person, int round, int order)
    {
        var at = now - Duration.FromSeconds(order);
        var (staff, own) = (new Actor(Role.Coordinator, A.Camille), Actor.Client(client));
        return kind switch
        {
            0 or 1 or 2 => commands.Record(id, new RecordCall(CallOutcome.NoAnswer, now), staff),
            3 => commands.Record(id, new RecordCall(CallOutcome.Serious, now) { Call = $"call-{person}-{round}" }, staff),
            4 => commands.Record(id, new RecordCall(CallOutcome.StillLooking, now) { Call = $"call-{person}-{round}" }, staff),
            5 => commands.Record(id, new RecordCall(CallOutcome.DoNotCall, now), staff),
            6 => commands.Record(id, new OptOut(Channel.Phone), own),
            7 => commands.Record(id, new OptOut(Channel.Mail), own),
            8 => commands.Record(id, new RecordConsent(ConsentScope.Later, true, at), Actor.Website),
            9 => commands.Record(id, new RecordConsent(ConsentScope.Later, false, at), Actor.Website),
            10 => commands.Record(id, new RecordConsent(ConsentScope.Request, round % 2 == 0, at), Actor.Website),
            11 => commands.Record(id, new AnswerRelaunch(ClientAnswer.StillLooking), own),
            12 => commands.Record(id, new AnswerRelaunch(ClientAnswer.GaveUp), own),
            _ => commands.Record(id, new AnswerRelaunch(ClientAnswer.LeaveMeAlone), own),
        };
    }

    static (ProjectCommands Commands, OutboxDelivery Delivery) CreateHost(IStore store, LawClock time, SentMails sent)
    {
        var calendar = WorkingCalendar.France;
        var (policies, persons) = (new PolicyLoader(store.Directory, calendar), new PersonLoader(store.Persons, store.Projects, store.Index));
        var commands = new ProjectCommands(
            store.Projects, persons, store.Audit, policies, new CoordinatorSelector(store.Directory, store.Index, calendar), new NoProjectSignal(), time);
        return (commands, new OutboxDelivery(
            store.Projects, store.Directory, sent, sent, sent, new BounceHandler(commands, store.Index, store.Projects),
            new CommonMails(store.Projects, new UnaskedMailDays(store.Persons, persons, policies), policies), persons, time));
    }

    sealed class LawClock(Instant now) : TimeProvider
    {
        public Instant Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }

    /// <summary>Takes every mail, with the instant and the projects that it tells of.</summary>
    sealed class SentMails : IMailSender, IWebhookSender, IMailWriter
    {
        readonly ConcurrentQueue<LawMail> mails = new();

        public bool IsConfigured => false;

        public ImmutableArray<LawMail> Take()
        {
            var taken = mails.ToImmutableArray();
            mails.Clear();
            return taken;
        }

        public ValueTask<OutgoingMail?> Write(MailRequest request, CancellationToken cancellation)
        {
            mails.Enqueue(new LawMail(request.Now, request.Message.Kind, request.Message.Id, [request.Project.Id, .. request.Parts.Select(part => part.Project.Id)]));
            return ValueTask.FromResult<OutgoingMail?>(A.Mail(request.Message.Id, project: request.Project.Id));
        }

        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => Task.CompletedTask;

        public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Task.CompletedTask;
    }
}
