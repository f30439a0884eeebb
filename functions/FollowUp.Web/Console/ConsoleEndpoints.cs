using FollowUp.Application.Ports;
using FollowUp.Web.Console.Day;
using FollowUp.Web.Console.Projects;
using FollowUp.Web.Console.Search;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console;

/// <summary>The console. Whoever is not signed in is sent to the sign-in page, and from there back to the project they wanted.</summary>
static class ConsoleEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var desk = app.MapGroup("/desk").WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        desk.MapMethods("", reading, Day);
        desk.MapMethods("/search", reading, Search);
        desk.MapPost("/search", Find);
        desk.MapMethods("/projects/{id}", reading, Project);
        desk.MapPost("/projects/{id}", Act);
    }

    static async Task<IResult> Day(HttpContext context, ConsoleVisitFactory visits, DayPageQuery days, string? staff) =>
        await visits.Create(context) switch
        {
            null => SignIn(null),
            { IsSales: true } => Results.Extensions.SeeOther("/desk/search"),
            var visit => PageResult.Create<DayPage>(visit.Language, await days.Get(visit, staff, context.RequestAborted)),
        };

    /// <summary>A search is posted, remembered and then shown: its words stand in no address.</summary>
    static async Task<IResult> Find(HttpContext context, ConsoleVisitFactory visits, RecentSearches memory)
    {
        if (await visits.Create(context) is null)
        {
            return SignIn(null);
        }

        if (await context.ReadPostedForm() is not { } form || !await context.HasValidAntiforgeryToken())
        {
            return Results.Extensions.SeeOther("/desk/search");
        }

        return Results.Extensions.SeeOther(SearchAddress.Format(
            memory.Remember(context, form["q"].ToString()), form["phase"].ToString(), form["coordinator"].ToString(), null));
    }

    static async Task<IResult> Search(
        HttpContext context, ConsoleVisitFactory visits, IProjectIndex index, RecentSearches memory, string? q, string? s, string? phase, string? coordinator,
        string? after)
    {
        if (await visits.Create(context) is not { } visit)
        {
            return SignIn(null);
        }

        var name = string.IsNullOrEmpty(q) ? s : memory.Remember(context, q);
        var text = string.IsNullOrEmpty(q) ? memory.Find(context, s) : q[..Math.Min(q.Length, 200)];
        return PageResult.Create<SearchPage>(
            visit.Language, await SearchPageViewModel.Find(visit, index, text, name, phase, coordinator, after, context.RequestAborted));
    }

    static async Task<IResult> Project(string id, HttpContext context, ConsoleVisitFactory visits, ProjectPageHandler projects) =>
        await visits.Create(context) is { } visit ? await projects.Show(id, visit, context) : SignIn(id);

    static async Task<IResult> Act(string id, HttpContext context, ConsoleVisitFactory visits, ProjectPageHandler projects) =>
        await visits.Create(context) is { } visit ? await projects.Act(id, visit, context) : SignIn(id);

    static IResult SignIn(string? project) => Results.Extensions.SeeOther(
        project is { Length: <= 100 } ? $"/desk/sign-in?project={Uri.EscapeDataString(project)}" : "/desk/sign-in");
}
