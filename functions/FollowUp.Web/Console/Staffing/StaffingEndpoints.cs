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

    static async Task<IResult> List(HttpContext context, ConsoleVisitFactory visits, StaffPageHandler staff) =>
        await visits.Create(context) is { } visit ? await staff.List(visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Show(string key, HttpContext context, ConsoleVisitFactory visits, StaffPageHandler staff) =>
        await visits.Create(context) is { } visit ? await staff.Show(key, visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Act(string key, HttpContext context, ConsoleVisitFactory visits, StaffPageHandler staff) =>
        await visits.Create(context) is { } visit ? await staff.Act(key, visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> ShowAbsences(HttpContext context, ConsoleVisitFactory visits, AbsencePageHandler absences, string? month) =>
        await visits.Create(context) is { } visit ? await absences.Show(visit, context, month) : ConsoleResults.SignIn();

    static async Task<IResult> ActOnAbsences(HttpContext context, ConsoleVisitFactory visits, AbsencePageHandler absences) =>
        await visits.Create(context) is { } visit ? await absences.Act(visit, context) : ConsoleResults.SignIn();
}
