using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Preferences;

/// <summary>Shows and saves the preferences of one browser.</summary>
static class PreferencesEndpoints
{
    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapMethods("/preferences", [HttpMethods.Get, HttpMethods.Head], Show);
        console.MapPost("/preferences", Save);
    }

    static async Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits) => await visits.Create(context) is { } visit
        ? PageResult.Create<PreferencesPage>(visit.Language, new PreferencesViewModel(visit, context.Request.Query["done"] == "saved"))
        : Results.Extensions.SeeOther(ConsoleAddresses.SignIn());

    static async Task<IResult> Save(HttpContext context, ConsoleVisitFactory visits)
    {
        if (await visits.Create(context) is null)
        {
            return Results.Extensions.SeeOther(ConsoleAddresses.SignIn());
        }

        var form = await context.ReadPostedForm();
        if (!form.HasValidToken)
        {
            return Results.Extensions.SeeOther(ConsoleAddresses.Preferences);
        }

        new ConsolePreferences(form["keys"] == "true", form["sound"] == "true", form["notifications"] == "true").Write(context);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Preferences}?done=saved");
    }
}
