using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The cycle of calls and relaunches: its steps, and what starts it again.</summary>
public static partial class Evolution
{
    /// <summary>A sign of life starts the cadence again.</summary>
    static Project RecordSignOfLife(Project p, RecordedEvent recorded) => RestartCycle(p, recorded.At) with
    {
        LastSignOfLife = recorded.At,
        LastSignOfLifeVersion = recorded.Seq,
        Agenda = p.Agenda with { CallAfterPause = null },
    };

    /// <summary>
    /// A reply counts as the information that was asked for. On a closed project it only moves the date from which the three years of the CNIL
    /// count.
    /// </summary>
    static Project ApplyReply(Project p, RecordedEvent recorded) => p switch
    {
        { IsOpen: false } => p with { LastSignOfLife = recorded.At },
        { Stage: Stage.InformationAsked } => RecordSignOfLife(p, recorded) with { Stage = Stage.InformationGiven },
        _ => RecordSignOfLife(p, recorded),
    };

    /// <summary>Back to the first step of the cycle, counted from now.</summary>
    static Project RestartCycle(Project p, Instant now) => p with
    {
        Cycle = new Cycle(p.Cycle.CadenceVersion, now),
        Stage = p.Stage switch
        {
            Stage.LastMailSent => Stage.Reaching,
            Stage.Warned => Stage.Relaunching,
            _ => p.Stage,
        },
    };

    static Project ApplyMissedCall(Project p, CallMissed e)
    {
        var called = AddCall(p, e.Outcome, e.At, e.CountedElsewhere is true) with { Agenda = p.Agenda with { CallAfterPause = null } };
        // A call that is recorded late does not move the start of the next delay back.
        var at = Instant.Max(p.Cycle.StartedAt, e.At);
        if (p.Agenda.AgreedCall <= e.At)
        {
            called = called with { Agenda = called.Agenda with { AgreedCall = null }, Cycle = called.Cycle with { StartedAt = at } };
        }

        if (e.SameHalfDay)
        {
            return called;
        }

        if (e.Attempt > 0)
        {
            return called with
            {
                Cycle = called.Cycle with { Attempts = e.Attempt, StartedAt = at },
                Stage = e.Last ? Stage.LastMailSent : Stage.Reaching,
            };
        }

        return e.Relaunch > 0 ? ApplyRelaunch(called, at, e.Warning) : called;
    }

    /// <summary>A call of the client does not count towards the cap.</summary>
    static Project AddConversation(Project p, ClientReached e) => e.Direction == CallDirection.Inbound
        ? p with { Latest = p.Latest with { Call = new LastCall(e.Outcome, e.At, CallDirection.Inbound) } }
        : AddCall(p, e.Outcome, e.At, e.CountedElsewhere is true);

    /// <summary>Adds a call and drops those older than 90 days, the longest period that a cap may have.</summary>
    /// <param name="isCounted">Whether the same conversation counts on another project of the person.</param>
    static Project AddCall(Project p, CallOutcome outcome, Instant at, bool isCounted)
    {
        if (isCounted)
        {
            return p with { Latest = p.Latest with { Call = new LastCall(outcome, at) } };
        }

        var (recent, old) = (p.Contact.RecentCalls, 0);
        while (old < recent.Length && recent[old] < at - Duration.FromDays(90))
        {
            old++;
        }

        ImmutableArray<Instant> calls = [.. recent.AsSpan()[old..], at];
        return p with { Contact = p.Contact with { RecentCalls = calls.Sort() }, Latest = p.Latest with { Call = new LastCall(outcome, at) } };
    }

    static Project ApplyRelaunch(Project p, Instant at, bool warning) => p with
    {
        Cycle = p.Cycle with { UnansweredContacts = p.Cycle.UnansweredContacts + 1, StartedAt = at },
        Stage = warning ? Stage.Warned : Stage.Relaunching,
    };

    static Project ApplyQuarter(Project p, int quarter, Instant at) => p with
    {
        Dormancy = p.Dormancy! with { Quarters = quarter },
        Cycle = p.Cycle with { StartedAt = at },
    };

    /// <summary>The answer that an outcome of a call stands for; null when it stands for none.</summary>
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
        CallOutcome.NoAnswer or CallOutcome.Voicemail or CallOutcome.Busy or CallOutcome.WrongNumber
            or CallOutcome.Serious or CallOutcome.NotSerious or CallOutcome.NeedsInformation or CallOutcome.DoNotCall => null,
        _ => throw new UnreachableException($"No rule for {outcome}"),
    };
}
