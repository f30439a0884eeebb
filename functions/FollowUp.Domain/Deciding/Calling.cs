using NodaTime;

namespace FollowUp.Domain;

/// <summary>A call took place (product page, "Awaiting validation" and "In follow-up").</summary>
static class Calling
{
    public static Decision Decide(Turn turn, RecordCall c)
    {
        // No two calls begin at one instant, but on a clock that stands still two new ones seem to.
        if (turn.Project.LastCall == new LastCall(c.Outcome, c.At) && c.At < turn.Now)
        {
            return turn.Done();
        }

        if (Refuses(turn, c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var happened = c.Outcome.ReachedTheClient() ? Answered(turn, c) : Missed(turn, c);
        if (c.Note is { } note)
        {
            happened.Happens(new NoteAdded(note.Text, note.Visibility));
        }

        return happened.Done();
    }

    static Refusal? Refuses(Turn turn, RecordCall c) => c.Outcome switch
    {
        _ when c.At > turn.Now => Refusals.InTheFuture,
        CallOutcome.Serious or CallOutcome.NotSerious or CallOutcome.NeedsInformation
            when turn.Project.Phase != Phase.AwaitingValidation => Refusals.NotAwaitingValidation,
        CallOutcome.StillLooking or CallOutcome.TalkingTo when turn.Project.Phase == Phase.AwaitingValidation => Refusals.VerdictNeeded,
        CallOutcome.CallBack when c.AgreedAt is not { } at || at <= turn.Now => Refusals.InThePast,
        CallOutcome.CallBack when c.AgreedAt > Answering.LatestCall(turn) => Refusals.CallTooFar,
        CallOutcome.NotNow => Snoozing.RefusesUntil(turn, c.Until),
        CallOutcome.TalkingTo or CallOutcome.Chose when c.Provider is null => Refusals.ProviderNeeded,
        _ => null,
    };

    static Turn Missed(Turn turn, RecordCall c)
    {
        var project = turn.Project;
        var outside = OutsideRules(turn, c.At);
        var missed = new CallMissed(c.Outcome, c.At, Attempt: 0, Last: false, MailFollows: false, outside);
        if (project.Snooze is not null)
        {
            return turn.Happens(missed);
        }

        if (project.Stage is Stage.Reaching or Stage.InformationGiven)
        {
            var validation = turn.Table.Validation;
            var attempt = project.Attempts + 1;
            var last = attempt >= validation.Attempts;
            return turn.Happens(missed with
            {
                Attempt = attempt,
                Last = last,
                MailFollows = project.Contact.Mails && (last || validation.MailAfter.Contains(attempt)),
            });
        }

        var relaunched = project.Stage == Stage.Relaunching
            && project.Next!.Why.Code is ReasonCode.RelaunchByPhone or ReasonCode.WarningByPhone or ReasonCode.EndOfSnooze;
        return turn.Happens(relaunched
            ? missed with { Relaunch = project.Silent + 1, Warning = project.Next!.Why.Code == ReasonCode.WarningByPhone }
            : missed);
    }

    static Turn Answered(Turn turn, RecordCall c)
    {
        Answering.SignOfLife(turn, new ClientReached(c.Outcome, c.At, c.Provider, c.Until, c.Facts, OutsideRules(turn, c.At)));
        return c.Outcome switch
        {
            CallOutcome.Serious => turn.Happens(new ProjectValidated()),
            CallOutcome.NotSerious => turn.Happens(new ProjectClosed(
                Outcome.Dead(DeathReason.NotSerious), ClosedFor.Staff, c.Reason, c.NotSerious ?? NotSeriousReason.Other)),
            CallOutcome.NeedsInformation => turn.Happens(new InformationRequested(c.Reason)),
            CallOutcome.CallBack => turn.Happens(new CallAgreed(c.AgreedAt!.Value)),
            CallOutcome.DoNotCall => Rights.StopCalls(turn),
            CallOutcome.Chose => turn.Happens(new ProjectClosed(Outcome.Won(c.Provider!), ClosedFor.Client)),
            CallOutcome.ChoseElsewhere => ByTheClient(turn, DeathReason.ChoseElsewhere, c.Reason),
            CallOutcome.GaveUp => ByTheClient(turn, DeathReason.Abandoned, c.Reason),
            CallOutcome.RefusesContact => ByTheClient(turn, DeathReason.RefusedContact, c.Reason),
            CallOutcome.NotNow => turn.Happens(new Snoozed(c.Until!.Value, c.Reason, EndsOnAnswer: true)),
            _ => turn,
        };
    }

    static Turn ByTheClient(Turn turn, DeathReason reason, Words? words) =>
        turn.Happens(new ProjectClosed(Outcome.Dead(reason), ClosedFor.Client, words));

    /// <summary>A call that took place is recorded whatever its hour; the timeline says when it should not have.</summary>
    static bool OutsideRules(Turn turn, Instant at)
    {
        var project = turn.Project;
        if (project.CallAgreedAt is { } agreed && at >= agreed - Duration.FromMinutes(15))
        {
            return false;
        }

        return !project.Contact.Calls
            || !turn.Calendar.IsOpen(at, turn.Table.Calls)
            || CallRules.FreeFrom(project.Contact.RecentCalls, at, turn.Table.Cap, turn.Calendar) is not null;
    }
}
