using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Links.Approvals;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Links.TakeOvers;

/// <summary>
/// Answers the question whether a colleague takes over the projects of an absent coordinator: all of them, some, or none. What waits is read from
/// the projects, so a link that was used, or whose projects were decided otherwise, shows what is left and decides no project twice.
/// </summary>
sealed class TakeOverLinkHandler(
    IDirectory directory, IProjectIndex index, StaffActorResolver actors, ProjectCommands commands, WorkingCalendar calendar, TimeProvider time)
{
    const int MaxProjects = 5_000;

    static readonly LocalizedText ChooseProjects = new("Cochez au moins un projet, ou répondez que vous n’en reprenez aucun.", "Tick at least one project, or answer that you take none.");

    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await directory.ReadStaff(link.Holder, context.RequestAborted) is { MayFollowUp: true } staff
            ? ShowPage(await Load(staff, token, context), StatusCodes.Status200OK)
            : NoLongerStaff(context);

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await directory.ReadStaff(link.Holder, context.RequestAborted) is not { MayFollowUp: true } staff)
        {
            return NoLongerStaff(context);
        }

        var form = await context.ReadPostedForm();
        var page = await Load(staff, token, context);
        if (!form.HasValidToken)
        {
            return ShowPage(page, StatusCodes.Status400BadRequest, FormEcho.Refused(FormMessages.PageExpired));
        }

        var waiting = page.Groups.SelectMany(group => group.Projects).Select(row => row.Project.Id).ToArray();
        var chosen = form.Values["project"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var take = form["take"];
        switch (take)
        {
            case "all" or "none":
                break;
            case "some" when waiting.Any(chosen.Contains):
                break;
            case "some" when waiting.Length > 0:
                return ShowPage(page, StatusCodes.Status400BadRequest, FormEcho.Refused(ChooseProjects, form.Values));
            case "some":
                break;
            default:
                return ShowPage(page, StatusCodes.Status400BadRequest, FormEcho.Refused(FormMessages.ChooseOne, form.Values));
        }

        var actor = await actors.Resolve(staff, context.RequestAborted);
        foreach (var id in waiting)
        {
            // A project that was decided in between refuses the answer, and the page shows it no longer.
            await commands.Record(
                id, new TakeOver(take == "all" || (take == "some" && chosen.Contains(id))), actor, cancellation: context.RequestAborted);
        }

        return Results.Extensions.SeeOther(page.Action);
    }

    async Task<TakeOverPageViewModel> Load(Staff staff, string token, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var language = context.GetRequestedLanguage() ?? staff.Language;
        var all = await directory.AllStaff(cancellation);
        var today = calendar.DateOf(time.GetCurrentInstant());
        var waiting = (await index.GetAwaiting(staff.Id, MaxProjects, cancellation))
            .Where(row => row.Project.IsOpen && row.Project.Staffing.TakeOverAskedOf == staff.Id);
        var groups = waiting.GroupBy(row => row.Project.Coordinator).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var absent = all.FirstOrDefault(s => s.Id == group.Key);
            return new TakeOverGroup(absent, absent?.AbsenceOn(today)?.To, [.. group.OrderBy(row => row.Project.Next?.DueAt)]);
        });
        var queue = await index.GetQueue(staff.Id, MaxProjects, cancellation);
        return new TakeOverPageViewModel(
            LinkPath.Format(token, language: context.GetRequestedLanguage()), staff, groups.ToImmutableArray(),
            queue.Count(row => row.Project.Staffing.StandIn == staff.Id), new DateTimeText(calendar, language, time.GetCurrentInstant()));
    }

    static IResult ShowPage(TakeOverPageViewModel page, int status, FormEcho? echo = null) =>
        PageResult.Create<TakeOverPage>(page.Days.Language, page with { Echo = echo ?? FormEcho.Empty }, status);

    static IResult NoLongerStaff(HttpContext context) =>
        PageResult.Create<NoLongerStaffPage>(context.GetLanguage(), ConsoleAddresses.SignIn(), StatusCodes.Status403Forbidden);
}
