using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Persons;

/// <summary>The pages of persons. A search is posted, so that names and numbers stay out of addresses and their logs.</summary>
static class PersonPageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(ConsoleAddresses.Persons).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("", reading, ShowSearch);
        console.MapPost("", Search);
        console.MapMethods("/{client}", reading, Show);
        console.MapPost("/{client}", Act);
        console.MapMethods("/{client}/export", reading, ShowExport);
        console.MapMethods("/{client}/export.json", reading, Download);
    }

    static Task<IResult> ShowSearch(HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        visits.Answer(context, visit => persons.ShowSearch(visit, context));

    static Task<IResult> Search(HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        visits.Answer(context, visit => persons.Search(visit, context));

    static Task<IResult> Show(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        visits.Answer(context, visit => persons.Show(client, visit, context));

    static Task<IResult> Act(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        visits.Answer(context, visit => persons.Erase(client, visit, context));

    static Task<IResult> ShowExport(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        visits.Answer(context, visit => persons.ShowExport(client, visit, context));

    static Task<IResult> Download(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        visits.Answer(context, visit => persons.Download(client, visit, context));
}
