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

    static async Task<IResult> ShowSearch(HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        await visits.Create(context) is { } visit ? await persons.ShowSearch(visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Search(HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        await visits.Create(context) is { } visit ? await persons.Search(visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Show(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        await visits.Create(context) is { } visit ? await persons.Show(client, visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Act(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        await visits.Create(context) is { } visit ? await persons.Erase(client, visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> ShowExport(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        await visits.Create(context) is { } visit ? await persons.ShowExport(client, visit, context) : ConsoleResults.SignIn();

    static async Task<IResult> Download(string client, HttpContext context, ConsoleVisitFactory visits, PersonPageHandler persons) =>
        await visits.Create(context) is { } visit ? await persons.Download(client, visit, context) : ConsoleResults.SignIn();
}
