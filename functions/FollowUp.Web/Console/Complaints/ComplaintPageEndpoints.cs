using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Complaints;

/// <summary>The pages of complaints.</summary>
static class ComplaintPageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(ConsoleAddresses.Complaints).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("", reading, List);
        console.MapMethods("/{id}", reading, Show);
        console.MapPost("/{id}", Act);
        console.MapMethods("/{id}/file", reading, ShowFile);
    }

    static Task<IResult> List(HttpContext context, ConsoleVisitFactory visits, ComplaintPageHandler complaints) =>
        visits.Answer(context, visit => complaints.List(visit, context));

    static Task<IResult> Show(string id, HttpContext context, ConsoleVisitFactory visits, ComplaintPageHandler complaints) =>
        visits.Answer(context, visit => complaints.Show(id, visit, context));

    static Task<IResult> Act(string id, HttpContext context, ConsoleVisitFactory visits, ComplaintPageHandler complaints) =>
        visits.Answer(context, visit => complaints.Act(id, visit, context));

    static Task<IResult> ShowFile(string id, HttpContext context, ConsoleVisitFactory visits, ComplaintPageHandler complaints) =>
        visits.Answer(context, visit => complaints.ShowFile(id, visit, context));
}
