using System.Collections.Immutable;
using System.Net;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Addressing;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Pages.Tests;

/// <summary>The pages and mails over a store of their own, with a clock that tests move and a mailbox that keeps the mails.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Client = "C-1";

    /// <summary>The name under which the mail gateway writes what it found out about senders.</summary>
    public const string Gateway = "mx.gateway.example";

    public const string GatewayKey = "what the gateway shows";

    public static readonly Staff Camille = new("camille@demo.example", "Camille Aubertin", Role.Coordinator, [Language.French, Language.English], 50, "+33199000101");
    public static readonly Staff Yanis = new("yanis@demo.example", "Yanis Belkacem", Role.Coordinator, [Language.French], 0, "+33199000102");
    public static readonly Staff Nadia = new("nadia@demo.example", "Nadia Rouvière", Role.Manager, [Language.French]);
    public static readonly Staff Simon = new("simon@demo.example", "Simon Lacaze", Role.Sales, [Language.French]);

    readonly string folder;
    readonly SqliteStore store;
    readonly WebApplication app;

    TestApp(string folder, SqliteStore store, WebApplication app, FakeTimeProvider time)
    {
        this.folder = folder;
        this.store = store;
        this.app = app;
        Time = time;
    }

    public FakeTimeProvider Time { get; }

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>The file of the store, for tests that change it behind the application's back.</summary>
    public string DatabaseFile => Path.Combine(folder, "followup.db");

    public IServiceProvider Services => app.Services;

    /// <summary>The application's store; it counts its calls.</summary>
    public IProjectStore Store => app.Services.GetRequiredService<IProjectStore>();

    public CountingProjectStore StoreCalls => CountingProjectStore.Of(Store);

    ProjectCommands Commands => app.Services.GetRequiredService<ProjectCommands>();

    /// <summary>Monday 23 November 2026, nine o'clock in Paris.</summary>
    public static async Task<TestApp> Start(Action<PagesOptions>? configure = null, FollowUp.Pages.Tests.Scheduling.FailingMailSender? mail = null)
    {
        var folder = Directory.CreateTempSubdirectory("followup-pages-").FullName;
        var store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        var time = new FakeTimeProvider(OffsetDateTimePattern.Rfc3339.Parse("2026-11-23T09:00:00+01:00").Value.ToDateTimeOffset());
        IMailSender keeping = new MailboxSender(store.Mailbox);
        if (mail is not null)
        {
            mail.Inner = keeping;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton<TimeProvider>(time)
            .AddStore(store)
            .AddDepartmentSettings(builder.Configuration)
            .AddSingleton(CountingProjectStore.Create(store.Projects))
            .AddSingleton(mail ?? keeping)
            .AddSingleton<IProjectSignal, NoProjectSignal>()
            .AddSingleton<NotedTrials>().AddSingleton<ICadenceTrialRunner>(s => s.GetRequiredService<NotedTrials>())
            .AddSingleton<IWebhookSender, NullWebhookSender>()
            .AddSingleton<IMailDomains, FakeMailDomains>()
            .AddFollowUp(o =>
            {
                o.PublicBase = new Uri("https://suivi.example");
                o.MailboxPage = true;
                configure?.Invoke(o);
            })
            .Configure<MailOptions>(builder.Configuration.GetSection("Mail"))
            .Configure<InboundMailOptions>(o => (o.Key, o.AuthenticatedBy) = (GatewayKey, Gateway));
        var app = builder.Build();
        app.UseFollowUp();
        app.MapFollowUp();
        await app.StartAsync();
        foreach (var staff in new[] { Camille, Yanis, Nadia, Simon })
        {
            await store.Directory.PutStaff(staff);
        }

        await store.Directory.PutProvider(new ProviderProfile("PR-1", "Studio Hirondelle", "bonjour@hirondelle.example", Language.French, null));
        await store.Directory.PutProvider(new ProviderProfile("PR-2", "Northlight", "hello@northlight.example", Language.English, null));
        return new TestApp(folder, store, app, time);
    }

    public HttpClient NewHttpClient() => app.GetTestClient();

    /// <summary>The status of a page that is asked for under a host name which no <see cref="HttpClient"/> sends.</summary>
    public async Task<int> GetUnderHost(string host, string path) =>
        (await app.GetTestServer().SendAsync(http => (http.Request.Method, http.Request.Path, http.Request.Host) = ("GET", path, new HostString(host)))).Response.StatusCode;

    /// <summary>The reply address of the project's mails.</summary>
    public async Task<string> ReplyAddress(string id = "P-1") => app.Services.GetRequiredService<IOptions<MailOptions>>().Value
        .FormatReplyAddress(await app.Services.GetRequiredService<ReplyTokens>().GetOrCreate(await Project(id)));

    /// <summary>The texts of the client's replies, oldest first.</summary>
    public async Task<string[]> ReplyTexts(string id = "P-1") =>
    [
        .. (await app.Services.GetRequiredService<ProjectQueries>().Load(id, Language.French))!.Timeline.Where(l => l.Event is ClientReplied)
            .Select(l => l.Text["Le client a répondu à un mail : ".Length..]),
    ];

    public Browser NewBrowser(string? userAgent = null, string? from = null) =>
        new(app.GetTestServer(), from is null ? null : IPAddress.Parse(from)) { UserAgent = userAgent };

    /// <summary>A project of Jeanne Martin, awaiting validation.</summary>
    public async Task<string> SubmitProject(
        string id = "P-1", Language language = Language.French, string title = "Refonte du site", string client = Client,
        string email = "jeanne@martin.example", Instant? submittedAt = null,
        string phone = "+33199001234", ClientType clientType = ClientType.Company)
    {
        var dossier = new Dossier(
            id, client, title, "Un site plus clair.", "site-web", "Jeanne Martin", "Atelier Martin", email,
            phone, null, new Budget(2000, 5000, "EUR"), null, "digest", "salt-" + id);
        await Commands.Submit(
            new Submit(id, client, clientType, language, "site-web", MayCall: true, Evidence.Budget, null, submittedAt ?? Now, null), dossier);
        return id;
    }

    /// <summary>The same project validated, with a quote of provider PR-1.</summary>
    public async Task<string> CreateProjectInFollowUp(string id = "P-1", Language language = Language.French)
    {
        await SubmitProject(id, language);
        await RecordAsManager(id, new RecordCall(CallOutcome.Serious, Now));
        await Commands.Record(id, new ReportProviderAction("PR-1", ProviderActionKind.Quote, Now), Actor.Website);
        return id;
    }

    public async Task RecordAsManager(string id, Command command)
    {
        if (await Commands.Record(id, command, new Actor(Role.Manager, Nadia.Id)) is not CommandResult.Succeeded)
        {
            throw new InvalidOperationException($"{command} was not taken.");
        }
    }

    /// <summary>Records a command of any actor.</summary>
    public Task<CommandResult> Record(string id, Command command, Actor actor) => Commands.Record(id, command, actor);

    /// <summary>Changes a member of staff, such as the role or an absence.</summary>
    public ValueTask PutStaff(Staff staff) => store.Directory.PutStaff(staff);

    /// <summary>An absence from today on without stand-in.</summary>
    public ValueTask SetAbsent(Staff staff, int days)
    {
        var today = WorkingCalendar.France.DateOf(Now);
        return PutStaff(staff with { Absences = [new Absence(today, today.PlusDays(days), null)] });
    }

    /// <summary>The audit log of a project, newest first.</summary>
    public ValueTask<ImmutableArray<AuditEntry>> Audit(string? id) => store.Audit.Read(id, 1000);

    public ValueTask<Dossier?> Dossier(string id) => store.Projects.LoadDossier(id);

    /// <summary>Removes a mail from the mailbox of the demo, which a department does not have.</summary>
    public ValueTask RemoveFromMailbox(string messageId) => store.Mailbox.Remove(messageId);

    public ValueTask<ImmutableArray<MailboxEntry>> AllMails() => store.Mailbox.List(null, null, 1000);

    /// <summary>Delivers the department's mails that are due, such as sign-in links.</summary>
    public Task DeliverDepartmentMails() => app.Services.GetRequiredService<DepartmentDelivery>().DeliverDue();

    /// <summary>Asks for a sign-in mail, and delivers it.</summary>
    public async Task<Browser.Page> AskToSignIn(Browser browser, string address, string project = "")
    {
        var answer = await browser.Fill("/desk/sign-in", new() { ["email"] = address, ["project"] = project });
        await DeliverDepartmentMails();
        return answer;
    }

    /// <summary>Moves the clock and runs everything that becomes due on the way, in order.</summary>
    public async Task AdvanceTime(Duration duration)
    {
        var until = Now + duration;
        while (await store.Index.GetNextDue() is { } due && due <= until)
        {
            if (due > Now)
            {
                Time.SetUtcNow(due.ToDateTimeOffset());
            }

            foreach (var id in await store.Index.GetDue(Now, 100))
            {
                await Commands.Advance(id);
                await app.Services.GetRequiredService<OutboxDelivery>().DeliverDue(id);
            }
        }

        Time.SetUtcNow(until.ToDateTimeOffset());
    }

    public async Task<Project> Project(string id) => (await store.Projects.Load(id))!.Project;

    public async Task<ImmutableArray<MailboxEntry>> MailsOf(MessageKind kind) =>
        [.. (await AllMails()).Where(m => m.Mail.MessageId.EndsWith($".{kind}", StringComparison.Ordinal))];

    /// <summary>The path of the main link of the newest mail of the kind.</summary>
    public async Task<string> GetLinkIn(MessageKind kind) => new Uri((await MailsOf(kind))[0].Mail.Links[0]).AbsolutePath;

    /// <summary>The link of the first relaunch of a project in follow-up.</summary>
    public async Task<string> CreateRelaunchLink(string id = "P-1", Language language = Language.French)
    {
        await CreateProjectInFollowUp(id, language);
        await AdvanceTime(Duration.FromDays(4));
        return await GetLinkIn(MessageKind.RelaunchFirst);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    sealed class MailboxSender(IMailbox mailbox) : IMailSender
    {
        public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
            await mailbox.Put(mail, at, "suivi@followup.example", cancellation);
    }

    sealed class NullWebhookSender : IWebhookSender
    {
        public bool IsConfigured => false;

        public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Task.CompletedTask;
    }
}
