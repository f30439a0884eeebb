using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Board;

/// <summary>The pages of the board.</summary>
static class BoardEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(BoardAddress.Board).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("", reading, Show);
        console.MapMethods("/projects", reading, List);
        console.MapMethods("/export", reading, Export);
    }

    static Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits, BoardPageHandler board) =>
        visits.Answer(context, visit => board.Show(visit, context));

    static Task<IResult> List(HttpContext context, ConsoleVisitFactory visits, BoardPageHandler board) =>
        visits.Answer(context, visit => board.List(visit, context));

    static Task<IResult> Export(HttpContext context, ConsoleVisitFactory visits, BoardPageHandler board) =>
        visits.Answer(context, visit => board.Export(visit, context));
}
