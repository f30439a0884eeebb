using System.Text.Encodings.Web;
using System.Text.Unicode;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.WeeklyReports;
using FollowUp.Web.Console;
using FollowUp.Web.Console.Audit;
using FollowUp.Web.Console.Board;
using FollowUp.Web.Console.Cadences;
using FollowUp.Web.Console.Cadences.Trials;
using FollowUp.Web.Console.Calls;
using FollowUp.Web.Console.Complaints;
using FollowUp.Web.Console.Day;
using FollowUp.Web.Console.Passkeys;
using FollowUp.Web.Console.Persons;
using FollowUp.Web.Console.Preferences;
using FollowUp.Web.Console.Projects;
using FollowUp.Web.Console.Providers;
using FollowUp.Web.Console.Search;
using FollowUp.Web.Console.Settings;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Console.Staffing;
using FollowUp.Web.Demo;
using FollowUp.Web.FirstStart;
using FollowUp.Web.Legal;
using FollowUp.Web.Links;
using FollowUp.Web.Links.Approvals;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Links.Fetches;
using FollowUp.Web.Links.ProviderPages;
using FollowUp.Web.Links.TakeOvers;
using FollowUp.Web.Links.UndoPages;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Addressing;
using FollowUp.Web.Mails.DepartmentMails;
using FollowUp.Web.Mails.Mailbox;
using FollowUp.Web.Mails.Rendering;
using FollowUp.Web.PublicPages;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace FollowUp.Web.Shared.Setup;

/// <summary>Registers and maps the pages for any host: link pages, console, mailbox; and registers the mails.</summary>
public static class PagesSetup
{
    /// <summary>
    /// Call after <see cref="ApplicationServices.AddFollowUpApplication"/>. The host adds the ports, <see cref="IKeyRing"/> as a singleton among
    /// them, and may configure <see cref="PagesOptions"/> and <see cref="MailOptions"/>.
    /// </summary>
    public static IServiceCollection AddFollowUpPages(this IServiceCollection services, Action<PagesOptions>? configure = null)
    {
        services.AddOptions<MailOptions>();
        services.AddOptions<SetupOptions>();
        services.AddOptions<PagesOptions>().Configure(o => configure?.Invoke(o));

        services.AddRazorComponents();
        services.AddExceptionHandler<PageErrors>();
        services.AddPageCompression();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddWebEncoders();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IOptionsMonitor<PagesOptions>>((o, pages) =>
        {
            o.Cookie.Name = HostCookie.GetName("followup-form", pages.CurrentValue);
            o.Cookie.Path = "/";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = pages.CurrentValue.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(StaffSession.Scheme).AddCookie(StaffSession.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(StaffSession.Scheme).Configure<IOptionsMonitor<PagesOptions>>(StaffSession.Configure);
        services.AddKeyRing();

        services.TryAddSingleton<LinkTokens>();
        services.AddLimits();
        services.TryAddTransient<LinkRateLimits>();
        services.TryAddSingleton<ReplyTokens>();
        services.TryAddTransient<MailRenderer>();
        services.TryAddTransient<DepartmentMailComposer>();
        services.TryAddTransient<IMailWriter, MailWriter>();
        services.TryAddTransient<IDepartmentMailWriter, DepartmentMailWriter>();
        services.TryAddTransient<MorningDigestMailBuilder>();
        services.TryAddTransient<WeeklyReportMailBuilder>();
        services.TryAddTransient<WeeklyReportJob>();
        services.TryAddTransient<ComplaintAuthors>();
        services.TryAddTransient<ComplaintReceiptMailBuilder>();
        services.TryAddTransient<ComplaintAnswers>();
        services.TryAddTransient<ComplaintRowsQuery>();
        services.TryAddTransient<ComplaintPageHandler>();
        services.TryAddTransient<PersonRowsQuery>();
        services.TryAddTransient<PersonPageHandler>();
        services.TryAddTransient<FormReader>();
        services.TryAddTransient<StaffMailBuilder>();
        services.TryAddTransient<SignInMailBuilder>();
        services.TryAddTransient<TakeOverLinkHandler>();
        services.TryAddTransient<ProviderLinkHandler>();
        services.TryAddTransient<ProviderNewsMailBuilder>();
        services.TryAddTransient<LinkRequestRunner>();
        services.TryAddTransient<ClientPageQuery>();
        services.TryAddTransient<ClientLinkHandler>();
        services.TryAddTransient<OptOutHandler>();
        services.TryAddTransient<ApprovalPageQuery>();
        services.TryAddTransient<ApprovalLinkHandler>();
        services.TryAddTransient<UndoPageQuery>();
        services.TryAddTransient<UndoLinkHandler>();
        services.TryAddSingleton<LinkFetchLog>();
        services.TryAddTransient<StaffSessions>();
        services.TryAddTransient<LatestSignInLinks>();
        services.TryAddTransient<SignInLinkFactory>();
        services.TryAddTransient<SignInLinkHandler>();
        services.AddPasskeys();
        services.TryAddTransient<SetupAddress>();
        services.TryAddTransient<ConsoleVisitFactory>();
        services.TryAddTransient<DayPageQuery>();
        services.TryAddTransient<ShownMails>();
        services.TryAddTransient<ReadAnswers>();
        services.TryAddTransient<ReadAnswerHandler>();
        services.TryAddTransient<CallQueueQuery>();
        services.TryAddTransient<CallPageHandler>();
        services.TryAddTransient<StaffFormReader>();
        services.TryAddTransient<StaffPageHandler>();
        services.TryAddTransient<AuditPageHandler>();
        services.TryAddTransient<BoardPageHandler>();
        services.TryAddTransient<CadencePageHandler>();
        services.TryAddTransient<TrialPageHandler>();
        services.TryAddTransient<TrialWork>();
        services.TryAddTransient<CalendarFeeds>();
        services.TryAddTransient<AbsencePageHandler>();
        services.TryAddTransient<SearchPageQuery>();
        services.TryAddTransient<SearchGate>();
        services.TryAddTransient<ProjectListReader>();
        services.TryAddTransient<SavedViews>();
        services.TryAddTransient<ProjectPageQuery>();
        services.TryAddTransient<ProjectPageHandler>();
        services.TryAddSingleton<RecentSearches>();
        services.TryAddTransient<ProviderPagesQuery>();
        services.TryAddTransient<PreferencesPageHandler>();
        services.TryAddTransient<SettingsCheck>();
        services.TryAddTransient<SettingsPageQuery>();
        services.TryAddTransient<SettingsPageHandler>();
        services.TryAddTransient<TestMail>();
        services.TryAddTransient<WebhookTests>();
        return services;
    }

    public static IEndpointRouteBuilder MapFollowUpPages(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptionsMonitor<PagesOptions>>();
        Asset.Map(app);
        LinkEndpoints.Map(app);
        SignInEndpoints.Map(app, options.CurrentValue);
        PasskeyEndpoints.Map(app);
        ConsoleEndpoints.Map(app);
        StaffingEndpoints.Map(app);
        AuditEndpoints.Map(app);
        BoardEndpoints.Map(app);
        CadenceEndpoints.Map(app);
        TrialEndpoints.Map(app);
        ComplaintPageEndpoints.Map(app);
        PersonPageEndpoints.Map(app);
        SetupEndpoints.Map(app);
        LegalEndpoints.Map(app);
        PublicPageEndpoints.Map(app);
        MailboxEndpoints.Map(app, options);
        DemoPlayEndpoints.Map(app);

        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var rest = app.MapGroup("").WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        rest.MapMethods("/", reading, (HttpContext context) => PageResult.Create<StartPage>(context.GetLanguage(), options.CurrentValue));
        return app;
    }
}
