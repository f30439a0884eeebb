using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Audit;

/// <summary>The page of the audit log.</summary>
static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(ConsoleAddresses.Audit).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("", reading, Show);
        console.MapMethods("/export", reading, Export);
    }

    static Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits, AuditPageHandler audit) =>
        visits.Answer(context, visit => audit.Show(visit, context));

    static Task<IResult> Export(HttpContext context, ConsoleVisitFactory visits, AuditPageHandler audit) =>
        visits.Answer(context, visit => audit.Export(visit, context));
}
