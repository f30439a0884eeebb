using System.Collections.Immutable;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The cycle of calls and relaunches: what a step adds to it, and what starts it over.</summary>
public static partial class Evolution
{
    /// <summary>Any sign of life starts the cadence over.</summary>
    static Project RecordSignOfLife(Project p, RecordedEvent recorded) => RestartCycle(p, recorded.At) with
    {
        LastSignOfLife = recorded.At,
        LastSignOfLifeVersion = recorded.Seq,
        CallAfterPause = null,
    };

    /// <summary>
    /// A reply says what was asked for, where something was. To a closed project it only says that the person is there: the CNIL's clock
    /// counts from it, and nothing moves.
    /// </summary>
    static Project ApplyReply(Project p, RecordedEvent recorded) => p switch
    {
        { IsOpen: false } => p with { LastSignOfLife = recorded.At },
        { Stage: Stage.InformationAsked } => RecordSignOfLife(p, recorded) with { Stage = Stage.InformationGiven },
        _ => RecordSignOfLife(p, recorded),
    };

    /// <summary>The first step of the cycle again, counted from now.</summary>
    static Project RestartCycle(Project p, Instant now) => p with
    {
        CycleStartedAt = now,
        Attempts = 0,
        UnansweredContacts = 0,
        Stage = p.Stage switch
        {
            Stage.LastMailSent => Stage.Reaching,
            Stage.Warned => Stage.Relaunching,
            _ => p.Stage,
        },
    };

    static Project ApplyMissedCall(Project p, CallMissed e)
    {
        var called = AddCall(p, e.Outcome, e.At) with { CallAfterPause = null };
        // A call that is written down late does not turn back the clock that the next delay counts from.
        var at = Instant.Max(p.CycleStartedAt, e.At);
        if (p.CallAgreedAt <= e.At)
        {
            called = called with { CallAgreedAt = null, CycleStartedAt = at };
        }

        if (e.Attempt > 0)
        {
            return called with
            {
                Attempts = e.Attempt,
                CycleStartedAt = at,
                Stage = e.Last ? Stage.LastMailSent : Stage.Reaching,
            };
        }

        return e.Relaunch > 0 ? ApplyRelaunch(called, at, e.Warning) : called;
    }

    /// <summary>Keeps the calls that may still count towards a cap, oldest first: those of the last 90 days.</summary>
    static Project AddCall(Project p, CallOutcome outcome, Instant at)
    {
        var (known, old) = (p.Contact.RecentCalls, 0);
        while (old < known.Length && known[old] < at - Duration.FromDays(90))
        {
            old++;
        }

        ImmutableArray<Instant> calls = [.. known.AsSpan()[old..], at];
        return p with { Contact = p.Contact with { RecentCalls = calls.Sort() }, LastCall = new LastCall(outcome, at) };
    }

    static Project ApplyRelaunch(Project p, Instant at, bool warning) => p with
    {
        UnansweredContacts = p.UnansweredContacts + 1,
        CycleStartedAt = at,
        Stage = warning ? Stage.Warned : Stage.Relaunching,
    };

    internal static ClientAnswer? ToClientAnswer(CallOutcome outcome) => outcome switch
    {
        CallOutcome.StillLooking => ClientAnswer.StillLooking,
        CallOutcome.TalkingTo => ClientAnswer.TalkingTo,
        CallOutcome.Chose => ClientAnswer.Chose,
        CallOutcome.ChoseElsewhere => ClientAnswer.ChoseElsewhere,
        CallOutcome.GaveUp => ClientAnswer.GaveUp,
        CallOutcome.NotNow => ClientAnswer.NotNow,
        CallOutcome.CallBack => ClientAnswer.CallMe,
        CallOutcome.RefusesContact => ClientAnswer.LeaveMeAlone,
        _ => null,
    };
}
