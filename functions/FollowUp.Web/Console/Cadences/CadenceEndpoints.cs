using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Cadences;

/// <summary>The page of the cadence.</summary>
static class CadenceEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(ConsoleAddresses.Cadence).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("", reading, Show);
        console.MapPost("", Act);
        console.MapMethods("/document", reading, Export);
    }

    static Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits, CadencePageHandler cadences) =>
        visits.Answer(context, visit => cadences.Show(visit, context));

    static Task<IResult> Act(HttpContext context, ConsoleVisitFactory visits, CadencePageHandler cadences) =>
        visits.Answer(context, visit => cadences.Act(visit, context));

    static Task<IResult> Export(HttpContext context, ConsoleVisitFactory visits, CadencePageHandler cadences, int? version) =>
        visits.Answer(context, visit => cadences.Export(visit, version, context));
}
