using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>The pages of trials.</summary>
static class TrialEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(TrialAddress.All).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("/{id}", reading, Show);
        console.MapPost("/{id}", Cancel);
    }

    static async Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits, TrialPageHandler trials, string id) =>
        await visits.Create(context) is { } visit ? await trials.Show(visit, id, context) : ConsoleResults.SignIn();

    static async Task<IResult> Cancel(HttpContext context, ConsoleVisitFactory visits, TrialPageHandler trials, string id) =>
        await visits.Create(context) is { } visit ? await trials.Cancel(visit, id, context) : ConsoleResults.SignIn();
}
