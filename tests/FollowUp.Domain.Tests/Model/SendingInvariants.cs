using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Tests.Model;

/// <summary>What was owed before a step is held against the state after it, as at the moment of sending.</summary>
static class SendingInvariants
{
    public static IEnumerable<string> FindViolations(RulesUnderTest path, AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        var ids = new HashSet<string>();
        foreach (var message in step.Messages)
        {
            if (!ids.Add(message.Id)) yield return "two messages by one id";
            if (message.CausedBy <= before.Version || message.CausedBy > after.Version) yield return "a message caused by no event of the step";
            if (path.GetObsoleteReason(after, message) is { } at) yield return $"owed and overtaken in one step ({at})";
            if (message.Kind is MessageKind.OutcomeThanks or MessageKind.NotSerious && message.NotBefore < step.Now + Decider.UndoWithin)
                yield return "a closing told before it can no longer be undone";
            if (message is { Kind: MessageKind.Webhook } && !after.IsOpen && message.NotBefore < step.Now + Decider.UndoWithin)
                yield return "a closing told before it can no longer be undone";
        }

        foreach (var message in step.Pending)
        {
            var overtaken = path.GetObsoleteReason(after, message) is not null;
            if (message.To == RecipientKind.Client && !after.Contact.MayMail && !overtaken) yield return "a mail leaves after the opt-out";
            if (step.Happened<ClosingUndone>() && message.CausedBy == before.ClosedVersion && !overtaken) yield return "a closing told although undone";
            if (!IsRelaunch(message.Kind)) continue;
            if (!after.IsOpen && !overtaken) yield return "a closed project still relaunches";
            if (after.LastSignOfLifeVersion > message.CausedBy && !overtaken) yield return "a relaunch leaves after the answer";
            if (after.Snooze is not null && message.Kind != MessageKind.MissingInformation && !overtaken) yield return "a relaunch leaves on a pause";
            if (step.Command is AddNote or ShareFact or ReportProviderAction && overtaken && before.IsOpen && before.Snooze is null && before.Contact.MayMail
                && before.LastSignOfLifeVersion < message.CausedBy) yield return "a relaunch is lost for nothing";
        }
    }

    static bool IsRelaunch(MessageKind kind) => kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze
        or MessageKind.Warning or MessageKind.LightMail or MessageKind.TriedToReachYou or MessageKind.MissingInformation;
}
