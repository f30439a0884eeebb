using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web;

/// <summary>The mails that never left this machine, for people as pages and for programs as JSON.</summary>
static class MailboxEndpoints
{
    const int Shown = 200;
    const int Listed = 10_000;

    public static void Map(IEndpointRouteBuilder app, PagesOptions options)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var mailbox = app.MapGroup("/demo/mailbox").ExcludeFromDescription();
        if (!options.Demo)
        {
            mailbox.AddEndpointFilter(AskedByItsOwnName);
        }

        var pages = mailbox.MapGroup("").WithPageHeaders(PageHeaders.Mailbox);
        pages.MapMethods("", reading, List);
        pages.MapMethods("/{id}", reading, Show);
        pages.MapMethods("/{id}/appointment.ics", reading, Appointment);
        mailbox.MapMethods("/{id}/body", reading, Body).WithPageHeaders(PageHeaders.MailBody);
    }

    /// <summary>Mails that are no samples are for whoever sits here, and not for a stranger's page whose name points to this machine.</summary>
    static async ValueTask<object?> AskedByItsOwnName(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Uri.TryCreate($"http://{http.Request.Host}/", UriKind.Absolute, out var asked) && asked.IsLoopback)
        {
            return await next(context);
        }

        PageHeaders.Set(http.Response.Headers, PageHeaders.Pages);
        return Page.Of<NotFoundPage>(http.Language(), status: StatusCodes.Status404NotFound);
    }

    static async Task<IResult> List(HttpContext context, IMailbox mailbox, WorkingCalendar calendar, TimeProvider time, string? to, string? project)
    {
        to = string.IsNullOrWhiteSpace(to) ? null : to.Trim();
        project = string.IsNullOrWhiteSpace(project) ? null : project.Trim();
        context.Response.Headers.Vary = "Accept";
        if (WantsJson(context.Request))
        {
            var all = await mailbox.List(to, project, Listed, context.RequestAborted);
            return Results.Json(all.Reverse().Select(kept => MailJson.Of(kept, calendar)), MailJson.Options);
        }

        var newest = await mailbox.List(to, project, Shown, context.RequestAborted);
        var language = context.Language();
        return Page.Of<MailboxPage>(language, new MailboxCase(newest, to, project, new DayWords(calendar, language, time.Now())));
    }

    static async Task<IResult> Show(string id, HttpContext context, IMailbox mailbox, WorkingCalendar calendar, TimeProvider time)
    {
        var language = context.Language();
        return await mailbox.Find(id, context.RequestAborted) is { } kept
            ? Page.Of<MailPage>(language, new MailCase(kept, new DayWords(calendar, language, time.Now())))
            : Page.Of<NotFoundPage>(language, status: StatusCodes.Status404NotFound);
    }

    /// <summary>The HTML part as the recipient's program shows it, without scripts and in an origin of its own.</summary>
    static async Task<IResult> Body(string id, HttpContext context, IMailbox mailbox) =>
        await mailbox.Find(id, context.RequestAborted) is { } kept
            ? Results.Content(kept.Mail.Html, "text/html; charset=utf-8")
            : Results.NotFound();

    static async Task<IResult> Appointment(string id, HttpContext context, IMailbox mailbox) =>
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
