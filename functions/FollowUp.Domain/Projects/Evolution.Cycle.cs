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
    /// <param name="p">The project before it.</param>
    /// <param name="recorded">The event.</param>
    /// <param name="answer">What the client answered; null for no answer.</param>
    /// <param name="provider">The provider that the client named; null when none was.</param>
    static Project RecordSignOfLife(Project p, RecordedEvent recorded, ClientAnswer? answer = null, string? provider = null) => p with
    {
        Cycle = new Cycle(p.Cycle.CadenceVersion, recorded.At),
        Stage = GetFirstStage(p.Stage),
        LastSignOfLife = recorded.At,
        LastSignOfLifeVersion = recorded.Seq,
        Agenda = p.Agenda.CallAfterPause is null ? p.Agenda : p.Agenda with { CallAfterPause = null },
        LastClientAnswer = answer ?? p.LastClientAnswer,
        Providers = provider is null ? p.Providers : WithInterest(p, provider),
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

    /// <summary>
    /// On a closed project a signal only moves the date from which the three years of the CNIL count. A client who cancels does not come back, so a question
    /// whether to reopen the project no longer stands.
    /// </summary>
    static Project ApplySignal(Project p, ClientSignalled e, RecordedEvent recorded) => p.IsOpen
        ? RecordSignOfLife(p, recorded)
        : p with { LastSignOfLife = recorded.At, ReopeningAskedAt = e.Kind == SignalKind.Cancelled ? null : p.ReopeningAskedAt };

    /// <summary>Back to the first step of the cycle, counted from now.</summary>
    static Project RestartCycle(Project p, Instant now) => p with
    {
        Cycle = new Cycle(p.Cycle.CadenceVersion, now),
        Stage = GetFirstStage(p.Stage),
    };

    /// <summary>The stage of a cycle that starts again.</summary>
    static Stage GetFirstStage(Stage stage) => stage switch
    {
        Stage.LastMailSent => Stage.Reaching,
        Stage.Warned => Stage.Relaunching,
        _ => stage,
    };

    static Project ApplyMissedCall(Project p, CallMissed e)
    {
        // A call that is recorded late does not move the start of the next delay back.
        var at = Instant.Max(p.Cycle.StartedAt, e.At);
        var isAgreed = p.Agenda.AgreedCall <= e.At;
        var (isAttempt, isRelaunch) = (e is { SameHalfDay: false, Attempt: > 0 }, e is { SameHalfDay: false, Attempt: 0, Relaunch: > 0 });
        return p with
        {
            Latest = p.Latest with { Call = new LastCall(e.Outcome, e.At) },
            Contact = AddCall(p.Contact, e.At, e.CountedElsewhere is true),
            Agenda = isAgreed || p.Agenda.CallAfterPause is not null
                ? p.Agenda with { AgreedCall = isAgreed ? null : p.Agenda.AgreedCall, CallAfterPause = null }
                : p.Agenda,
            Cycle = isAttempt ? p.Cycle with { Attempts = e.Attempt, StartedAt = at }
                : isRelaunch ? p.Cycle with { UnansweredContacts = p.Cycle.UnansweredContacts + 1, StartedAt = at }
                : isAgreed ? p.Cycle with { StartedAt = at }
                : p.Cycle,
            Stage = isAttempt ? (e.Last ? Stage.LastMailSent : Stage.Reaching)
                : isRelaunch ? GetRelaunchedStage(e.Warning)
                : p.Stage,
        };
    }

    /// <summary>Adds a call and drops those older than 90 days, the longest period that a cap may have.</summary>
    /// <param name="isCounted">Whether the same conversation counts on another project of the person.</param>
    static ContactRights AddCall(ContactRights contact, Instant at, bool isCounted)
    {
        if (isCounted)
        {
            return contact;
        }

        var (recent, old) = (contact.RecentCalls, 0);
        while (old < recent.Length && recent[old] < at - Duration.FromDays(90))
        {
            old++;
        }

        ImmutableArray<Instant> calls = [.. recent.AsSpan()[old..], at];
        return contact with { RecentCalls = calls.Length > 1 && calls[^2] > at ? calls.Sort() : calls };
    }

    static Project ApplyRelaunch(Project p, Instant at, bool warning) => p with
    {
        Cycle = p.Cycle with { UnansweredContacts = p.Cycle.UnansweredContacts + 1, StartedAt = at },
        Stage = GetRelaunchedStage(warning),
    };

    static Stage GetRelaunchedStage(bool warning) => warning ? Stage.Warned : Stage.Relaunching;

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
        _ => throw new UnreachableException($"No rule for {outcome}."),
    };
}
