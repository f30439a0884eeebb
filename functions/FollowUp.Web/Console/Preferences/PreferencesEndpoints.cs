using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Preferences;

/// <summary>The preferences of one browser, and the sessions of whoever is signed in.</summary>
static class PreferencesEndpoints
{
    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapMethods("/preferences", [HttpMethods.Get, HttpMethods.Head], Show);
        console.MapPost("/preferences", Save);
        console.MapPost("/preferences/sessions", EndSession);
    }

    static Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits) =>
        visits.Answer(context, visit => PreferencesPageHandler.Show(visit, context));

    static Task<IResult> Save(HttpContext context, ConsoleVisitFactory visits) =>
        visits.Answer(context, visit => PreferencesPageHandler.Save(visit, context));

    static Task<IResult> EndSession(HttpContext context, ConsoleVisitFactory visits, PreferencesPageHandler preferences) =>
        visits.Answer(context, visit => preferences.EndSession(visit, context));
}
