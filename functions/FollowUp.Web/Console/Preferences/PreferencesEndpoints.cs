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

    static async Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits) =>
        await visits.Create(context) is { } visit ? await PreferencesPageHandler.Show(visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Save(HttpContext context, ConsoleVisitFactory visits) =>
        await visits.Create(context) is { } visit ? await PreferencesPageHandler.Save(visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> EndSession(HttpContext context, ConsoleVisitFactory visits, PreferencesPageHandler preferences) =>
        await visits.Create(context) is { } visit ? await preferences.EndSession(visit, context) : ConsoleResults.SignIn();
}
