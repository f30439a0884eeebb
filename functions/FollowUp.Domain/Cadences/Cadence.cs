using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Domain.Cadences;

/// <summary>The cadence of the department: a versioned document that a manager edits (product page, "The cadence, as data").</summary>
public sealed record Cadence(int Version, CadenceTable Company, CadenceTable Person)
{
    public CadenceTable For(ClientType type) => type == ClientType.Person ? Person : Company;
}

/// <summary>The cadence for one kind of client.</summary>
public sealed record CadenceTable(
    OpeningHours Calls,
    OpeningHours Mails,
    ValidationCadence Validation,
    RelaunchCadence Relaunch,
    DormancyCadence Dormancy,
    CallCap? Cap,
    int QuietDaysAfterDoNotCall);

/// <summary>The attempts to reach a client for phone validation.</summary>
/// <param name="FirstCallWithin">Open time between submission and the first call.</param>
/// <param name="Gaps">Working days before each further attempt, counted from the one before; their count plus one is the number of attempts.</param>
/// <param name="MailAfter">The attempts, from 1, after which a mail says "we tried to reach you"; the last one is among them.</param>
/// <param name="MorningAt">When a call in the morning half-day is planned.</param>
/// <param name="AfternoonAt">When a call in the afternoon half-day is planned.</param>
/// <param name="CloseAfter">Working days between the last mail and dead (unreachable).</param>
/// <param name="InformationWithin">Working days to wait for missing information before calling again.</param>
public sealed record ValidationCadence(
    Duration FirstCallWithin,
    ImmutableArray<int> Gaps,
    ImmutableArray<int> MailAfter,
    LocalTime MorningAt,
    LocalTime AfternoonAt,
    int CloseAfter,
    int InformationWithin)
{
    public int Attempts => Gaps.Length + 1;

    /// <summary>The next attempt that is followed by a mail. A client who may not be called gets these attempts only.</summary>
    /// <param name="attempts">Attempts so far.</param>
    public int GetNextMailedAttempt(int attempts)
    {
        foreach (var mailed in MailAfter)
        {
            if (mailed > attempts)
            {
                return mailed;
            }
        }

        return attempts + 1;
    }
}

/// <summary>The relaunches of a project in follow-up.</summary>
/// <param name="Delays">Days before each relaunch, counted from the one before.</param>
/// <param name="ThenEvery">Days between the relaunches after those.</param>
/// <param name="Channels">In turn, from the first again after the last.</param>
/// <param name="SilentBeforeWarning">Silent contacts before the warning mail.</param>
/// <param name="SleepAfterWarning">Days between the warning and dormancy.</param>
/// <param name="MailInsteadOfCallAfter">Working days after which a phone task that nobody did becomes a mail.</param>
public sealed record RelaunchCadence(
    ImmutableArray<int> Delays,
    int ThenEvery,
    ImmutableArray<Channel> Channels,
    int SilentBeforeWarning,
    int SleepAfterWarning,
    int MailInsteadOfCallAfter)
{
    public int DelayBefore(int relaunch) => relaunch < Delays.Length ? Delays[relaunch] : ThenEvery;

    public Channel ChannelOf(int relaunch) => Channels[relaunch % Channels.Length];
}

/// <summary>The sleep of a silent project.</summary>
/// <param name="EveryMonths">Months between light mails.</param>
/// <param name="AskAfterMonths">Months of sleep after which staff are asked whether to close.</param>
/// <param name="ApproveWithin">Working days for their answer.</param>
public sealed record DormancyCadence(int EveryMonths, int AskAfterMonths, int ApproveWithin);

/// <summary>At most so many calls in any so many days (private persons: décret 2022-1313, four in thirty).</summary>
public sealed record CallCap(int Calls, int Days);
