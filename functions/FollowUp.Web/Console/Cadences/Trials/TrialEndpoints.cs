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

    static Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits, TrialPageHandler trials, string id) =>
        visits.Answer(context, visit => trials.Show(visit, id, context));

    static Task<IResult> Cancel(HttpContext context, ConsoleVisitFactory visits, TrialPageHandler trials, string id) =>
        visits.Answer(context, visit => trials.Cancel(visit, id, context));
}
