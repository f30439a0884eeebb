using FollowUp.Domain.Cadences;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>A call took place (product page, "Awaiting validation" and "In follow-up").</summary>
static class CallDecider
{
    public static Decision Decide(DecisionBuilder turn, RecordCall c)
    {
        // No two calls begin at one instant, but on a clock that stands still two new ones seem to.
        if (turn.Project.LastCall == new LastCall(c.Outcome, c.At) && c.At < turn.Now)
        {
            return turn.Build();
        }

        if (GetRefusal(turn, c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var happened = c.Outcome.IsClientReached() ? AppendAnsweredCall(turn, c) : AppendMissedCall(turn, c);
        if (c.Note is { } note)
        {
            happened.Append(new NoteAdded(note.Text, note.Visibility));
        }

        return happened.Build();
    }

    static Refusal? GetRefusal(DecisionBuilder turn, RecordCall c) => c.Outcome switch
    {
        _ when c.At > turn.Now => Refusals.InTheFuture,
        CallOutcome.Serious or CallOutcome.NotSerious or CallOutcome.NeedsInformation
            when turn.Project.Phase != Phase.AwaitingValidation => Refusals.NotAwaitingValidation,
        CallOutcome.StillLooking or CallOutcome.TalkingTo when turn.Project.Phase == Phase.AwaitingValidation => Refusals.VerdictNeeded,
        CallOutcome.CallBack when c.AgreedAt is not { } at || at <= turn.Now => Refusals.InThePast,
        CallOutcome.CallBack when c.AgreedAt > ClientDecider.GetLatestCallTime(turn) => Refusals.CallTooFar,
        CallOutcome.NotNow => SnoozeDecider.GetRefusalOfDate(turn, c.Until),
        CallOutcome.TalkingTo or CallOutcome.Chose when c.Provider is null => Refusals.ProviderNeeded,
        _ => null,
    };

    static DecisionBuilder AppendMissedCall(DecisionBuilder turn, RecordCall c)
    {
        var project = turn.Project;
        var outside = IsOutsideRules(turn, c.At);
        var missed = new CallMissed(c.Outcome, c.At, Attempt: 0, Last: false, MailFollows: false, outside);
        if (project.Snooze is not null)
        {
            return turn.Append(missed);
        }

        if (project.Stage is Stage.Reaching or Stage.InformationGiven)
        {
            var validation = turn.Table.Validation;
            var attempt = project.Attempts + 1;
            var last = attempt >= validation.Attempts;
            return turn.Append(missed with
            {
                Attempt = attempt,
                Last = last,
                MailFollows = project.Contact.MayMail && (last || validation.MailAfter.Contains(attempt)),
            });
        }

        // A call before the time that was agreed with the client, or besides the mail that is next, is no relaunch.
        var isRelaunch = project is { Stage: Stage.Relaunching, CallAgreedAt: null, Next.Kind: ActionKind.Call };
        return turn.Append(isRelaunch
            ? missed with { Relaunch = project.UnansweredContacts + 1, Warning = project.Next!.Why.Code == ReasonCode.WarningByPhone }
            : missed);
    }

    static DecisionBuilder AppendAnsweredCall(DecisionBuilder turn, RecordCall c)
    {
        ClientDecider.AppendSignOfLife(turn, new ClientReached(c.Outcome, c.At, c.Provider, c.Until, c.Facts, IsOutsideRules(turn, c.At)));
        return c.Outcome switch
        {
            CallOutcome.Serious => turn.Append(new ProjectValidated()),
            CallOutcome.NotSerious => turn.Append(new ProjectClosed(
                Outcome.Dead(DeathReason.NotSerious), ClosedFor.Staff, c.Reason, c.NotSerious ?? NotSeriousReason.Other)),
            CallOutcome.NeedsInformation => turn.Append(new InformationRequested(c.Reason)),
            CallOutcome.CallBack => turn.Append(new CallAgreed(c.AgreedAt!.Value)),
            CallOutcome.DoNotCall => PersonRightsDecider.AppendStopCalls(turn),
            CallOutcome.Chose => turn.Append(new ProjectClosed(Outcome.Won(c.Provider!), ClosedFor.Client)),
            CallOutcome.ChoseElsewhere => AppendClosingByClient(turn, DeathReason.ChoseElsewhere, c.Reason),
            CallOutcome.GaveUp => AppendClosingByClient(turn, DeathReason.Abandoned, c.Reason),
            CallOutcome.RefusesContact => AppendClosingByClient(turn, DeathReason.RefusedContact, c.Reason),
            CallOutcome.NotNow => turn.Append(new Snoozed(c.Until!.Value, c.Reason, EndsOnAnswer: true)),
            _ => turn,
        };
    }

    static DecisionBuilder AppendClosingByClient(DecisionBuilder turn, DeathReason reason, FreeText? words) =>
        turn.Append(new ProjectClosed(Outcome.Dead(reason), ClosedFor.Client, words));

    /// <summary>A call that took place is recorded whatever its hour; the timeline says when it should not have.</summary>
    static bool IsOutsideRules(DecisionBuilder turn, Instant at)
    {
        var project = turn.Project;
        if (project.CallAgreedAt is { } agreed && at >= agreed - Duration.FromMinutes(15))
        {
            return false;
        }

        return !project.Contact.MayCall
            || !turn.Calendar.IsOpen(at, turn.Table.Calls)
            || CallRules.GetNextAllowedCall(project.Contact.RecentCalls, at, turn.Table.Cap, turn.Calendar) is not null;
    }
}
