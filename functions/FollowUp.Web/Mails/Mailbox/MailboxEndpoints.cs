using System.Net;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.StandardPages;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.Mailbox;

/// <summary>Serves the mails that stay on this machine, as pages and as JSON.</summary>
static class MailboxEndpoints
{
    const int MaxMailsOnPage = 200;
    const int MaxMailsInJson = 10_000;

    /// <summary>What proxies add to the requests that they pass on (RFC 7239, RFC 9110).</summary>
    static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP"];

    public static void Map(IEndpointRouteBuilder app, IOptionsMonitor<PagesOptions> options)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var mailbox = app.MapGroup("/demo/mailbox").ExcludeFromDescription();
        mailbox.AddEndpointFilter((context, next) => RequireMailbox(context, next, options.CurrentValue));
        var pages = mailbox.MapGroup("").WithPageHeaders(PageSecurityHeaders.Mailbox);
        pages.MapMethods("", reading, List);
        pages.MapMethods("/{id}", reading, Show);
        pages.MapMethods("/{id}/appointment.ics", reading, Appointment);
        mailbox.MapMethods("/{id}/body", reading, Body).WithPageHeaders(PageSecurityHeaders.MailBody);
    }

    /// <summary>
    /// Hides the mailbox as soon as the settings name a mail server. Refuses real mails under any other host name than this machine's, so that a
    /// foreign page cannot read them (DNS rebinding).
    /// </summary>
    static async ValueTask<object?> RequireMailbox(EndpointFilterInvocationContext context, EndpointFilterDelegate next, PagesOptions options)
    {
        var http = context.HttpContext;
        if (options.MailboxPage && (options.Demo || IsOnThisMachine(http)))
        {
            return await next(context);
        }

        PageSecurityHeaders.Set(http.Response.Headers, PageSecurityHeaders.Pages);
        return PageResult.Create<NotFoundPage>(http.GetLanguage(), status: StatusCodes.Status404NotFound);
    }

    /// <summary>
    /// Whether a browser of this machine asks, by its own name and without a proxy: behind a proxy every request comes from this machine, and some
    /// proxies send its name. No browser speaks HTTP/1.0, which some proxies do.
    /// </summary>
    static bool IsOnThisMachine(HttpContext http) => IsLoopback(http.Request.Host) && !HttpProtocol.IsHttp10(http.Request.Protocol)
        && (http.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller))
        && !ProxyHeaders.Any(http.Request.Headers.ContainsKey);

    static bool IsLoopback(HostString host) => Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var asked) && asked.IsLoopback;

    static async Task<IResult> List(HttpContext context, ShownMails mailbox, WorkingCalendar calendar, TimeProvider time, string? to, string? project)
    {
        to = string.IsNullOrWhiteSpace(to) ? null : to.Trim();
        project = string.IsNullOrWhiteSpace(project) ? null : project.Trim();
        context.Response.Headers.Vary = "Accept";
        if (WantsJson(context.Request))
        {
            var all = await mailbox.List(to, project, MaxMailsInJson, context.RequestAborted);
            return Results.Json(all.Reverse().Select(kept => MailboxEntryResponse.Of(kept, calendar)), MailboxEntryResponse.Options);
        }

        var newest = await mailbox.List(to, project, MaxMailsOnPage, context.RequestAborted);
        var language = context.GetLanguage();
        return PageResult.Create<MailboxPage>(language, new MailboxViewModel(newest, to, project, mailbox.IncludeStaff, new DateTimeText(calendar, language, time.GetCurrentInstant())));
    }

    static async Task<IResult> Show(string id, HttpContext context, ShownMails mailbox, WorkingCalendar calendar, TimeProvider time)
    {
        var language = context.GetLanguage();
        return await mailbox.Find(id, context.RequestAborted) is { } kept
            ? PageResult.Create<MailPage>(language, new MailViewModel(kept, new DateTimeText(calendar, language, time.GetCurrentInstant())))
            : PageResult.Create<NotFoundPage>(language, status: StatusCodes.Status404NotFound);
    }

    /// <summary>The HTML part of a mail, without scripts and in its own origin.</summary>
    static async Task<IResult> Body(string id, HttpContext context, ShownMails mailbox) =>
        await mailbox.Find(id, context.RequestAborted) is { } kept
            ? Results.Content(kept.Mail.Html, "text/html; charset=utf-8")
            : Results.NotFound();

    static async Task<IResult> Appointment(string id, HttpContext context, ShownMails mailbox) =>
        await mailbox.Find(id, context.RequestAborted) is { Mail.Calendar: { } calendar }
            ? Results.Text(calendar, "text/calendar; charset=utf-8")
            : Results.NotFound();

    static bool WantsJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var json = accepted.FirstOrDefault(a => a.MediaType == "application/json");
        var html = accepted.FirstOrDefault(a => a.MediaType == "text/html");
        return json is not null && (html is null || (json.Quality ?? 1) > (html.Quality ?? 1));
    }
}
