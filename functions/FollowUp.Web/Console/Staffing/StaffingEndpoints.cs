using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The pages of staff and absences, and the calendars of staff, which need no session but a secret address.</summary>
static class StaffingEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(ConsoleAddresses.Day).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("/staff", reading, List);
        console.MapMethods("/staff/{key}", reading, Show);
        console.MapPost("/staff/{key}", Act);
        console.MapMethods("/absences", reading, ShowAbsences);
        console.MapPost("/absences", ActOnAbsences);
        console.MapMethods("/calendar/{token}.ics", reading, CalendarFeedEndpoint.Show);
    }

    static Task<IResult> List(HttpContext context, ConsoleVisitFactory visits, StaffPageHandler staff) =>
        visits.Answer(context, visit => staff.List(visit, context));

    static Task<IResult> Show(string key, HttpContext context, ConsoleVisitFactory visits, StaffPageHandler staff) =>
        visits.Answer(context, visit => staff.Show(key, visit, context));

    static Task<IResult> Act(string key, HttpContext context, ConsoleVisitFactory visits, StaffPageHandler staff) =>
        visits.Answer(context, visit => staff.Act(key, visit, context));

    static Task<IResult> ShowAbsences(HttpContext context, ConsoleVisitFactory visits, AbsencePageHandler absences, string? month) =>
        visits.Answer(context, visit => absences.Show(visit, context, month));

    static Task<IResult> ActOnAbsences(HttpContext context, ConsoleVisitFactory visits, AbsencePageHandler absences) =>
        visits.Answer(context, visit => absences.Act(visit, context));
}
