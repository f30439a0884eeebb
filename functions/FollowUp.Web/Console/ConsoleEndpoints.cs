using FollowUp.Web.Console.Day;
using FollowUp.Web.Console.Projects;
using FollowUp.Web.Console.Providers;
using FollowUp.Web.Console.Search;
using FollowUp.Web.Console.Settings;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console;

/// <summary>The pages of the console. Without a session they redirect to the sign-in page, which leads back to the project.</summary>
static class ConsoleEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var console = app.MapGroup(ConsoleAddresses.Day).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        console.MapMethods("", reading, Day);
        console.MapMethods("/search", reading, Search);
        console.MapPost("/search", Find);
        console.MapMethods("/projects/{id}", reading, Project);
        console.MapPost("/projects/{id}", Act);
        console.MapMethods("/settings", reading, Settings);
        console.MapPost("/settings", ChangeSettings);
        console.MapMethods("/providers", reading, Providers);
        console.MapMethods("/providers/{id}", reading, Provider);
    }

    static async Task<IResult> Day(HttpContext context, ConsoleVisitFactory visits, DayPageQuery days, string? staff) =>
        await visits.Create(context) switch
        {
            null => SignIn(null),
            { IsSales: true } => Results.Extensions.SeeOther(ConsoleAddresses.Search),
            var visit => PageResult.Create<DayPage>(visit.Language, await days.Load(visit, staff, context.RequestAborted)),
        };

    /// <summary>A search is posted and remembered in a cookie, so that its text stays out of addresses and their logs.</summary>
    static async Task<IResult> Find(HttpContext context, ConsoleVisitFactory visits, RecentSearches searches)
    {
        if (await visits.Create(context) is null)
        {
            return SignIn(null);
        }

        var form = await context.ReadPostedForm();
        return Results.Extensions.SeeOther(form.HasValidToken
            ? SearchAddress.Format(searches.Remember(context, form["q"]), form["phase"], form["coordinator"], null)
            : ConsoleAddresses.Search);
    }

    static async Task<IResult> Search(
        HttpContext context, ConsoleVisitFactory visits, SearchPageQuery pages, RecentSearches searches, SearchGate gate, string? q, string? s, string? phase,
        string? coordinator, string? after)
    {
        if (await visits.Create(context) is not { } visit)
        {
            return SignIn(null);
        }

        var name = string.IsNullOrEmpty(q) ? s : searches.Remember(context, q);
        var text = string.IsNullOrEmpty(q) ? searches.Find(context, s) : q[..Math.Min(q.Length, 200)];
        if (!string.IsNullOrWhiteSpace(text) && !await gate.TryPass(visit, context.RequestAborted))
        {
            return PageResult.Create<TooManyRequestsPage>(visit.Language, status: StatusCodes.Status429TooManyRequests);
        }

        return PageResult.Create<SearchPage>(
            visit.Language, await pages.Find(visit, text, name, phase, coordinator, after, context.RequestAborted));
    }

    static async Task<IResult> Project(string id, HttpContext context, ConsoleVisitFactory visits, ProjectPageHandler projects) =>
        await visits.Create(context) is { } visit ? await projects.Show(id, visit, context) : SignIn(id);

    static async Task<IResult> Act(string id, HttpContext context, ConsoleVisitFactory visits, ProjectPageHandler projects) =>
        await visits.Create(context) is { } visit ? await projects.Act(id, visit, context) : SignIn(id);

    static async Task<IResult> Settings(HttpContext context, ConsoleVisitFactory visits, SettingsPageHandler settings) =>
        await visits.Create(context) is { } visit ? await settings.Show(visit, context) : SignIn(null);

    static async Task<IResult> ChangeSettings(HttpContext context, ConsoleVisitFactory visits, SettingsPageHandler settings) =>
        await visits.Create(context) is { } visit ? await settings.Act(visit, context) : SignIn(null);

    static async Task<IResult> Providers(HttpContext context, ConsoleVisitFactory visits, ProviderPagesQuery pages) =>
        await visits.Create(context) is { } visit
            ? PageResult.Create<ProvidersPage>(visit.Language, await pages.LoadAll(visit, context.RequestAborted))
            : SignIn(null);

    static async Task<IResult> Provider(string id, HttpContext context, ConsoleVisitFactory visits, ProviderPagesQuery pages) =>
        await visits.Create(context) is not { } visit ? SignIn(null)
        : await pages.Load(id, visit, context.RequestAborted) is { } page ? PageResult.Create<ProviderPage>(visit.Language, page)
        : PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);

    static IResult SignIn(string? project) =>
        Results.Extensions.SeeOther(ConsoleAddresses.SignIn(project is { Length: <= 100 } ? project : null));
}
