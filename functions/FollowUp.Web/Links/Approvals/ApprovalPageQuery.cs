using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Links.Approvals;

/// <summary>Looks up what the page of an approval link shows. It reads and changes nothing.</summary>
sealed class ApprovalPageQuery(
    IProjectStore store, ProjectQueries reader, IDirectory directory, StaffActorResolver actors, LinkTokens links, WorkingCalendar calendar, TimeProvider time)
{
    /// <returns>Null when the project is gone, or was never asked about in this step.</returns>
    public async Task<ApprovalPageViewModel?> Find(Link link, string token, Staff staff, Language? asked, CancellationToken cancellation)
    {
        var language = asked ?? staff.Language;
        if (await reader.Load(link.ProjectId, language, cancellation: cancellation) is not { } view
            || view.Timeline.FirstOrDefault(l => l.Seq == link.EventVersion) is not { } cause
            || PendingDecision.FromEvent(cause.Event) is not { } question)
        {
            return null;
        }

        var project = view.Project;
        var now = time.GetCurrentInstant();
        var spent = await store.FindIdempotencyRecord(link.ProjectId, link.Key, cancellation);
        var newest = view.Timeline.Last(l => question.Equals(PendingDecision.FromEvent(l.Event)));
        var state = spent is not null ? LinkState.Used
            : newest == cause && question.IsPending(project) ? LinkState.Live : LinkState.Stale;
        var actor = await actors.Resolve(staff, cancellation);
        var closedHere = project.ClosedVersion > link.EventVersion && now < project.UndoUntil && Charter.GetRefusal(project, new Undo(), actor) is null;
        return new ApprovalPageViewModel(
            link, token, view, staff, question, state, Charter.GetRefusal(project, question.ToCommand(yes: true), actor), spent,
            project.Coordinator is { } coordinator ? await directory.FindStaff(coordinator, cancellation) : null,
            closedHere ? links.CreateUndoToken(project, staff.Id) : null, new DateTimeText(calendar, language, now))
        {
            RequestedLanguage = asked,
        };
    }
}
