using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>The cycle of calls and relaunches: what a step adds to it, and what starts it over.</summary>
public static partial class Evolution
{
    /// <summary>Any sign of life starts the cadence over.</summary>
    static Project Alive(Project p, Recorded recorded) => Afresh(p, recorded.At) with
    {
        LastSignOfLife = recorded.At,
        LastSignOfLifeBy = recorded.Seq,
        CallAfterPause = null,
    };

    /// <summary>
    /// A reply says what was asked for, where something was. To a closed project it only says that the person is there: the CNIL's clock
    /// counts from it, and nothing moves.
    /// </summary>
    static Project Replied(Project p, Recorded recorded) => p switch
    {
        { IsOpen: false } => p with { LastSignOfLife = recorded.At },
        { Stage: Stage.InformationAsked } => Alive(p, recorded) with { Stage = Stage.InformationGiven },
        _ => Alive(p, recorded),
    };

    /// <summary>The first step of the cycle again, counted from now.</summary>
    static Project Afresh(Project p, Instant now) => p with
    {
        Anchor = now,
        Attempts = 0,
        Silent = 0,
        Stage = p.Stage switch
        {
            Stage.LastMailSent => Stage.Reaching,
            Stage.Warned => Stage.Relaunching,
            _ => p.Stage,
        },
    };

    static Project Missed(Project p, CallMissed e)
    {
        var called = Called(p, e.Outcome, e.At) with { CallAfterPause = null };
        // A call that is written down late does not turn back the clock that the next delay counts from.
        var at = Instant.Max(p.Anchor, e.At);
        if (p.CallAgreedAt <= e.At)
        {
            called = called with { CallAgreedAt = null, Anchor = at };
        }

        if (e.Attempt > 0)
        {
            return called with
            {
                Attempts = e.Attempt, Anchor = at, Stage = e.Last ? Stage.LastMailSent : Stage.Reaching,
            };
        }

        return e.Relaunch > 0 ? Relaunched(called, at, e.Warning) : called;
    }

    /// <summary>Keeps the calls that may still count towards a cap, oldest first: those of the last 90 days.</summary>
    static Project Called(Project p, CallOutcome outcome, Instant at)
    {
        var (known, old) = (p.Contact.RecentCalls, 0);
        while (old < known.Length && known[old] < at - Duration.FromDays(90))
        {
            old++;
        }

        ImmutableArray<Instant> calls = [.. known.AsSpan()[old..], at];
        return p with { Contact = p.Contact with { RecentCalls = calls.Sort() }, LastCall = new LastCall(outcome, at) };
    }

    static Project Relaunched(Project p, Instant at, bool warning) => p with
    {
        Silent = p.Silent + 1, Anchor = at, Stage = warning ? Stage.Warned : Stage.Relaunching,
    };

    internal static ClientAnswer? SaidOnThePhone(CallOutcome outcome) => outcome switch
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
