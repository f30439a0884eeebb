using FollowUp.Web.Console.Calls;
using FollowUp.Web.Console.Day;
using FollowUp.Web.Console.Preferences;
using FollowUp.Web.Console.Projects;
using FollowUp.Web.Console.Providers;
using FollowUp.Web.Console.Search;
using FollowUp.Web.Console.Settings;
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
        var console = app.MapGroup(ConsoleAddresses.Day).WithPageHeaders(PageSecurityHeaders.Console).ExcludeFromDescription();
        console.MapMethods("", reading, Day);
        SearchEndpoints.Map(console);
        console.MapMethods("/projects/{id}", reading, Project);
        console.MapPost("/projects/{id}", Act);
        console.MapPost("/read", ReadAnswer);
        console.MapMethods("/call", reading, NextCall);
        console.MapMethods("/call/{id}", reading, Call);
        console.MapPost("/call/{id}", RecordCall);
        console.MapMethods("/settings", reading, Settings);
        console.MapPost("/settings", ChangeSettings);
        PreferencesEndpoints.Map(console);
        console.MapMethods("/providers", reading, Providers);
        console.MapMethods("/providers/{id}", reading, Provider);
    }

    static async Task<IResult> Day(HttpContext context, ConsoleVisitFactory visits, DayPageQuery days, string? staff) =>
        await visits.Create(context) switch
        {
            null => ConsoleResults.SignIn(),
            { IsSales: true } => Results.Extensions.SeeOther(ConsoleAddresses.Search),
            var visit => PageResult.Create<DayPage>(visit.Language, await days.Load(visit, staff, DayFilter.Read(context.Request.Query), context.RequestAborted)),
        };

    static Task<IResult> Project(string id, HttpContext context, ConsoleVisitFactory visits, ProjectPageHandler projects) =>
        visits.Answer(context, visit => projects.Show(id, visit, context), id);

    static Task<IResult> Act(string id, HttpContext context, ConsoleVisitFactory visits, ProjectPageHandler projects) =>
        visits.Answer(context, visit => projects.Act(id, visit, context), id);

    static Task<IResult> ReadAnswer(HttpContext context, ConsoleVisitFactory visits, ReadAnswerHandler answers) =>
        visits.Answer(context, visit => answers.Mark(visit, context));

    static async Task<IResult> NextCall(
        HttpContext context, ConsoleVisitFactory visits, CallPageHandler calls, string? staff, string? recorded, string? after, string? call) =>
        await visits.Create(context) switch
        {
            null => ConsoleResults.SignIn(),
            { IsSales: true } => Results.Extensions.SeeOther(ConsoleAddresses.Search),
            var visit => await calls.ShowNext(visit, context, staff, recorded, after, call),
        };

    static async Task<IResult> Call(string id, HttpContext context, ConsoleVisitFactory visits, CallPageHandler calls, string? staff, string? call) =>
        await visits.Create(context) switch
        {
            null => ConsoleResults.SignIn(id),
            { IsSales: true } => Results.Extensions.SeeOther(ConsoleAddresses.Project(id)),
            var visit => await calls.Show(id, visit, context, staff, call),
        };

    /// <summary>A refusal, of sales too, is the one of the command: it is shown on the page and audited.</summary>
    static Task<IResult> RecordCall(string id, HttpContext context, ConsoleVisitFactory visits, CallPageHandler calls, string? staff) =>
        visits.Answer(context, visit => calls.Act(id, visit, context, staff), id);

    static Task<IResult> Settings(HttpContext context, ConsoleVisitFactory visits, SettingsPageHandler settings) =>
        visits.Answer(context, visit => settings.Show(visit, context));

    static Task<IResult> ChangeSettings(HttpContext context, ConsoleVisitFactory visits, SettingsPageHandler settings) =>
        visits.Answer(context, visit => settings.Act(visit, context));

    static Task<IResult> Providers(HttpContext context, ConsoleVisitFactory visits, ProviderPagesQuery pages) => visits.Answer(
        context, async visit => PageResult.Create<ProvidersPage>(visit.Language, await pages.LoadAll(visit, context.RequestAborted)));

    static Task<IResult> Provider(string id, HttpContext context, ConsoleVisitFactory visits, ProviderPagesQuery pages) => visits.Answer(
        context, async visit => await pages.Load(id, visit, context.RequestAborted) is { } page
            ? PageResult.Create<ProviderPage>(visit.Language, page)
            : PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound));
}
