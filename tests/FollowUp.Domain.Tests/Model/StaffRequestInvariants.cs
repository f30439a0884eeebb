using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Requests to staff: sent once, repeated once, then escalated; only while there is something to decide.</summary>
static class StaffRequestInvariants
{
    public static IEnumerable<string> FindViolations(RulesUnderTest rules, AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        foreach (var request in step.Messages.IsEmpty ? [] : step.Messages.Where(m => m.IsStaffRequest).GroupBy(m => (m.Kind, m.Subject)))
        {
            var made = request.OrderBy(m => m.Number).ToList();
            if (!made.Select(m => m.EscalationLevel).SequenceEqual([EscalationLevel.Asked, EscalationLevel.Reminded, EscalationLevel.Escalated])
                || made[0].NotBefore != step.Now || made[1].NotBefore <= step.Now || made[2].NotBefore < made[1].NotBefore)
                yield return "a request that is not asked, reminded and escalated once each";
            if (made[^1].Recipient != NextAction.ByManager) yield return "an escalation that does not reach the manager";
            if (IsPending(before, made[0])) yield return "asked again while it waits";
            if (!IsPending(after, made[0])) yield return "asked for what does not wait";
        }

        foreach (var message in step.Pending.Where(m => m.IsStaffRequest))
        {
            var obsolete = rules.GetObsoleteReason(after, message) is not null;
            if (!IsPending(after, message) && !obsolete) yield return "a reminder leaves after the decision";
            if (IsPending(after, message) && obsolete) yield return "a reminder is lost before a decision";
        }

        foreach (var broken in FindUnsettled(step)) yield return broken;
        if (step.Happened<GoodChancesAsked>())
        {
            var state = after.GetProviderState("PR-1");
            if (!state.Acted || !state.ClientInterested || state.Notified || !after.Validated) yield return "asked about a notice against the charter";
            if (step.Actor.IsStaff) yield return "staff asked by mail for what they heard themselves";
        }

        var told = step.Messages.Count(m => m.Kind == MessageKind.Validated);
        if (told != (step.Happened<ProjectValidated>() && after.IsOpen && after.Contact.MayMail ? 1 : 0)) yield return "a validation told not once";
        if (step.Messages.Count(m => m.Kind == MessageKind.ClosingTakenBack) != (step.Decision.Events.Any(e => e.Event is ClosingUndone { ByAnswer: true }) ? 1 : 0))
            yield return "a closing that an answer took back told not once";
        if (step.Happened<ReopeningAsked>() && (step.Before.IsOpen || step.Command is not ReportSignal { Kind: not SignalKind.Cancelled }))
            yield return "a reopening asked for that the client gave no reason for";
        if (step.Command is ReportSignal { Kind: not SignalKind.Cancelled } && !before.IsOpen && !after.IsOpen && after.ReopeningAskedAt is null)
            yield return "a signal on a dead project is not passed on to staff";
        var replies = step.Messages.Count(m => m.Kind == MessageKind.ReplyReceived);
        if (replies != (step.Happened<ClientReplied>() ? 1 : 0)) yield return "a reply passed on not once";
    }

    /// <summary>Whether the request is still to be decided.</summary>
    static bool IsPending(Project p, OutboxMessage request) => request.Kind switch
    {
        MessageKind.ReopeningRequest => p is { Phase: Phase.Dead, Erased: false, ReopeningAskedAt: not null },
        _ when !p.IsOpen => false,
        MessageKind.ApprovalRequest => p.Stage == Stage.ApprovalAsked,
        MessageKind.GoodChancesRequest => p.GetProviderState(request.Subject!) is { NoticeApproval: NoticeApproval.Waiting, Notified: false },
        _ => p.Staffing.TakeOverAskedOf == request.Subject,
    };

    static readonly PendingDecision[] Questions = [new PendingClosing(), new PendingReopening(), new PendingGoodChancesNotice("PR-1"), new PendingTakeOver(Who.Yanis.Id)];

    /// <summary>A question stops being pending exactly when an event settles it.</summary>
    static IEnumerable<string> FindUnsettled(AppliedCommand step)
    {
        foreach (var question in Questions)
        {
            if (!question.IsPending(step.Before)) continue;
            var settled = step.Decision.Events.Any(e => question.IsSettledBy(e.Event));
            if (settled && question.IsPending(step.After)) yield return "a settled question still stands";
            if (!settled && !question.IsPending(step.After)) yield return "a question that nothing settled stands no more";
        }
    }
}
