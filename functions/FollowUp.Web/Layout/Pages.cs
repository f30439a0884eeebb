using System.Text.Encodings.Web;
using System.Text.Unicode;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.WeeklyReports;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace FollowUp.Web;

/// <summary>Everything that a person sees, for any host: link pages, console, mailbox, and the mails themselves.</summary>
public static class Pages
{
    /// <summary>
    /// Call after <see cref="ApplicationServices.AddFollowUpApplication"/>. The host adds the ports, <see cref="IKeyRing"/> as a singleton among
    /// them, and may configure <see cref="PagesOptions"/> and <see cref="MailOptions"/>.
    /// </summary>
    public static IServiceCollection AddFollowUpPages(this IServiceCollection services, Action<PagesOptions>? configure = null)
    {
        services.AddOptions<MailOptions>();
        services.AddOptions<PagesOptions>().Configure(o => configure?.Invoke(o));

        services.AddRazorComponents();
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<PagePath>(PagePath.Name));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddWebEncoders();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "followup-form";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication().AddCookie(DeskSession.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(DeskSession.Scheme).Configure<IOptions<PagesOptions>>(DeskSession.Configure);
        services.AddDataProtection().SetApplicationName("FollowUp");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeyRingRepository(provider.GetRequiredService<IKeyRing>())));

        services.TryAddSingleton<LinkBuilder>();
        services.TryAddSingleton<LinkBudget>();
        services.TryAddSingleton<ReplyTokens>();
        services.TryAddTransient<MailRenderer>();
        services.TryAddTransient<IMailWriter, MailWriter>();
        services.TryAddTransient<IDepartmentMailWriter, DepartmentMailWriter>();
        services.TryAddTransient<MorningDigestLetters>();
        services.TryAddTransient<WeeklyReportLetters>();
        services.TryAddTransient<WeeklyReportJob>();
        services.TryAddTransient<ComplaintReceiptLetters>();
        services.TryAddTransient<ClientCases>();
        services.TryAddTransient<ClientLinks>();
        services.TryAddTransient<ClientOptOut>();
        services.TryAddTransient<ApprovalCases>();
        services.TryAddTransient<ApprovalLinks>();
        services.TryAddTransient<UndoLinks>();
        services.TryAddSingleton<LinkFetches>();
        services.TryAddTransient<NewestSignIns>();
        services.TryAddTransient<SignInLinks>();
        services.TryAddTransient<DeskSession>();
        services.TryAddTransient<DeskVisits>();
        services.TryAddTransient<DayDesk>();
        services.TryAddTransient<ProjectDesk>();
        services.TryAddSingleton<SearchMemory>();
        return services;
    }

    public static IEndpointRouteBuilder MapFollowUpPages(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<PagesOptions>>().Value;
        Asset.Map(app);
        LinkEndpoints.Map(app);
        SignInEndpoints.Map(app, options);
        DeskEndpoints.Map(app);
        if (options.MailboxPage)
        {
            MailboxEndpoints.Map(app, options);
        }

        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var rest = app.MapGroup("").WithPageHeaders(PageHeaders.Pages).ExcludeFromDescription();
        rest.MapMethods("/", reading, (HttpContext context) => Page.Of<StartPage>(context.Language(), options));

        // What no other door knows; addresses of the API get the API's own answer.
        rest.MapMethods(
                $"{{*path:{PagePath.Name}}}", reading,
                (HttpContext context) => Page.Of<NotFoundPage>(context.Language(), status: StatusCodes.Status404NotFound))
            .WithOrder(int.MaxValue);
        return app;
    }

    /// <summary>Answers whatever goes wrong behind a page with a page; goes before the endpoints.</summary>
    public static IApplicationBuilder UseFollowUpPages(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<PagesOptions>>().Value;
        return app.UseWhen(
            context => PagePath.IsOfPage(context.Request.Path),
            pages => pages.Use((context, next) => AsTheBrowserAsked(context, options, next)).UseMiddleware<PageErrors>());
    }

    /// <summary>A proxy hands on by http what came by https: cookies are made for how the browser came.</summary>
    static Task AsTheBrowserAsked(HttpContext context, PagesOptions options, RequestDelegate next)
    {
        if (options.IsSecure)
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
        }

        return next(context);
    }
}
