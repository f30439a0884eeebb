using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Links;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.ProjectMails;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Staffing;

/// <summary>
/// <c>/desk/calendar/{token}.ics</c>: the agreed calls and absences of a staff member (RFC 5545), for their own calendar program. It names
/// projects by title and number, and no client.
/// </summary>
static class CalendarFeedEndpoint
{
    const int MaxProjects = 5_000;

    public static async Task<IResult> Show(
        string token, HttpContext context, CalendarFeeds feeds, IProjectIndex index, LinkRateLimits rateLimits, IOptionsMonitor<PagesOptions> pages,
        IOptionsMonitor<MailOptions> department, IDirectory directory, TimeProvider time)
    {
        var cancellation = context.RequestAborted;
        if (await feeds.Find(token, cancellation) is not { } staff)
        {
            return Results.StatusCode(
                await rateLimits.TryAcquireUnknownLink(context.Connection.RemoteIpAddress, cancellation)
                    ? StatusCodes.Status404NotFound
                    : StatusCodes.Status429TooManyRequests);
        }

        var now = time.GetCurrentInstant();
        var names = (await directory.AllStaff(cancellation)).ToDictionary(s => s.Id, s => s.Name);
        var calendar = new Calendar { ProductId = AgreedCallCalendar.ProductId };
        calendar.AddProperty("X-WR-CALNAME", staff.Language.Pick($"Suivi Projet : {staff.Name}", $"Follow-up: {staff.Name}"));
        foreach (var row in (await index.GetQueue(staff.Id, MaxProjects, cancellation)).Where(row => row.Project.Agenda.AgreedCall is not null))
        {
            calendar.Events.Add(CreateCall(row, staff, now, pages.CurrentValue, department.CurrentValue));
        }

        foreach (var absence in staff.Absences.IsDefault ? [] : staff.Absences)
        {
            calendar.Events.Add(CreateAbsence(absence, staff, now, names, department.CurrentValue));
        }

        return Results.Text(CalendarLines.Serialize(calendar), "text/calendar; charset=utf-8");
    }

    static CalendarEvent CreateCall(ProjectListItem row, Staff staff, Instant now, PagesOptions pages, MailOptions department)
    {
        var at = row.Project.Agenda.AgreedCall!.Value;
        var title = (row.Title ?? row.Project.Id).ToOneLine();
        return new CalendarEvent
        {
            Uid = $"call.{row.Project.Id}.{row.Project.Generation}@{department.ReplyDomain}",
            Sequence = (int)row.Project.Version,
            DtStamp = AgreedCallCalendar.Utc(now),
            Start = AgreedCallCalendar.Utc(at),
            End = AgreedCallCalendar.Utc(at + AgreedCallCalendar.CallLength),
            Summary = staff.Language.Pick($"Appel convenu : {title}", $"Agreed call: {title}"),
            Description = staff.Language.Pick($"Projet n° {row.Project.Id}", $"Project no. {row.Project.Id}"),
            Url = pages.Address(ConsoleAddresses.Project(row.Project.Id)),
        };
    }

    static CalendarEvent CreateAbsence(Absence absence, Staff staff, Instant now, Dictionary<string, string> names, MailOptions department) => new()
    {
        Uid = $"absence.{staff.Key()}.{absence.GetKey()}@{department.ReplyDomain}",
        DtStamp = AgreedCallCalendar.Utc(now),
        Start = new CalDateTime(absence.From.Year, absence.From.Month, absence.From.Day),
        End = new CalDateTime(absence.To.PlusDays(1).Year, absence.To.PlusDays(1).Month, absence.To.PlusDays(1).Day),
        Summary = staff.Language.Pick("Absence", "Away"),
        Description = absence.StandIn is { } standIn
            ? staff.Language.Pick($"{names.GetValueOrDefault(standIn, standIn)} remplace.", $"{names.GetValueOrDefault(standIn, standIn)} stands in.")
            : staff.Language.Pick("Sans remplaçant.", "No stand-in."),
        Transparency = "TRANSPARENT",
    };
}
