using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Web.Shared.Wording;
using NodaTime.Extensions;

namespace FollowUp.Web.Links.Approvals;

/// <summary>Reads what the page of an approval link shows. Changes nothing.</summary>
sealed class ApprovalPageQuery(ProjectQueries projects, IDirectory directory, LinkTokens tokens, WorkingCalendar calendar, TimeProvider time)
{
    /// <param name="actor">Of <paramref name="staff"/>.</param>
    /// <param name="isSignedIn">Whether the request has an open session of <paramref name="staff"/>.</param>
    /// <returns>Null when the event that the link names asks for no decision.</returns>
    public async Task<ApprovalPageViewModel?> Load(OpenedLink opened, Staff staff, Actor actor, bool isSignedIn, CancellationToken cancellation)
    {
        var (link, project) = (opened.Link, opened.Project);
        var language = opened.RequestedLanguage ?? staff.Language;
        var view = await projects.Load(opened.Stored, language, cancellation: cancellation);
        if (view.Timeline.FirstOrDefault(l => l.Seq == link.EventVersion) is not { } cause
            || PendingDecision.FromEvent(cause.Event) is not { } decision)
        {
            return null;
        }

        var newest = view.Timeline.Last(l => decision.Equals(PendingDecision.FromEvent(l.Event)));
        var now = time.GetCurrentInstant();
        var canUndo = project.Closing is { } closing && closing.Version > link.EventVersion && now < project.UndoPoint?.Until && Charter.GetRefusal(project, new Undo(), actor) is null;
        return new ApprovalPageViewModel
        {
            Opened = opened,
            State = opened.UseRecord is not null ? LinkState.Used
                : newest == cause && decision.IsPending(project) ? LinkState.Live : LinkState.Stale,
            Staff = staff,
            Decision = decision,
            View = view,
            ActRefusal = Charter.GetRefusal(project, decision.ToCommand(yes: true), actor),
            RequiresProjectNumber = decision.ClosesProject && !isSignedIn,
            IsSignedIn = isSignedIn,
            Coordinator = project.Coordinator is { } coordinator ? await directory.FindStaff(coordinator, cancellation) : null,
            UndoToken = canUndo ? tokens.CreateUndoToken(project, staff.Id) : null,
            Days = new DateTimeText(calendar, language, now),
        };
    }
}
