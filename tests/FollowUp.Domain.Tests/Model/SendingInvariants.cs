using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Checks pending messages against the state after a command, as the sender does before it sends.</summary>
static class SendingInvariants
{
    public static IEnumerable<string> FindViolations(RulesUnderTest rules, AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        if (before.IsOpen && !after.IsOpen && !after.Erased && step.Actor.Role is Role.Coordinator or Role.Manager or Role.System)
        {
            if (!rules.GetVisible(after, step.Now).IsOpen) yield return "a closing shown early";
            if (rules.GetVisible(after, step.Now + Decider.UndoWithin).IsOpen) yield return "a closing never shown";
        }

        var ids = new HashSet<string>();
        foreach (var message in step.Messages)
        {
            if (!ids.Add(message.Id)) yield return "two messages by one id";
            if (message.CausedBy <= before.Version || message.CausedBy > after.Version) yield return "a message caused by no event of the step";
            if (rules.GetObsoleteReason(after, message) is { } at) yield return $"created and obsolete in one step ({at})";
            if (message.Kind is MessageKind.OutcomeThanks or MessageKind.NotSerious or MessageKind.CallCancelled && message.NotBefore < step.Now + Decider.UndoWithin)
                yield return "a closing told before it can no longer be undone";
            if (message is { Kind: MessageKind.Webhook } && !after.IsOpen && message.NotBefore < step.Now + Decider.UndoWithin)
                yield return "a closing told before it can no longer be undone";
        }

        foreach (var message in step.Pending)
        {
            var obsolete = rules.GetObsoleteReason(after, message) is not null;
            if (message.To == RecipientKind.Client && !after.Contact.MayMail && !obsolete) yield return "a mail leaves after the opt-out";
            if (obsolete && step.Actor.IsStaff && after.UndoPoint is { } point && point.First > before.Version && rules.GetObsoleteReason(point.Before, message) is null
                && rules.GetHeldUntil(after, message, step.Now) != point.Until) yield return "a mail dropped by a decision that can be undone";
            if (step.Happened<ClosingUndone>() && message.CausedBy == before.Closing?.Version && !obsolete) yield return "a closing told although undone";
            if (!IsRelaunch(message.Kind)) continue;
            if (!after.IsOpen && !obsolete) yield return "a closed project still relaunches";
            if (after.LastSignOfLifeVersion > message.CausedBy && !obsolete) yield return "a relaunch leaves after the answer";
            if (after.Agenda.Snooze is not null && message.Kind != MessageKind.MissingInformation && !obsolete) yield return "a relaunch leaves on a pause";
            if (step.Command is AddNote or ShareFact or ReportProviderAction && obsolete && before.IsOpen && before.Agenda.Snooze is null && before.Contact.MayMail
                && before.LastSignOfLifeVersion < message.CausedBy) yield return "a relaunch is lost for nothing";
        }
    }

    static bool IsRelaunch(MessageKind kind) => kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze
        or MessageKind.Warning or MessageKind.LightMail or MessageKind.TriedToReachYou or MessageKind.MissingInformation;
}
