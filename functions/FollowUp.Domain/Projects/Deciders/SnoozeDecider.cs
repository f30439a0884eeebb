using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>A pause with a date, immune to ageing and to automatic closing.</summary>
static class SnoozeDecider
{
    /// <summary>A pause longer than this is a sleep: dormancy has its own rules.</summary>
    const int LongestMonths = 24;

    public static Decision Decide(DecisionBuilder turn, Snooze c)
    {
        return turn.Project switch
        {
            { Phase: Phase.Dormant } => Decision.Refuse(Refusals.AlreadyDormant),
            _ when GetRefusalOfDate(turn, c.Until) is { } refusal => Decision.Refuse(refusal),
            { Snooze: { } snooze } when snooze == new SnoozeUntil(c.Until, c.EndsOnAnswer) => turn.Build(),
            _ => turn.Append(new Snoozed(c.Until, c.Reason, c.EndsOnAnswer)).Build(),
        };
    }

    /// <summary>Whoever asks for the pause, staff or the client ("not now, ask again on date D").</summary>
    public static Refusal? GetRefusalOfDate(DecisionBuilder turn, LocalDate? until)
    {
        var today = turn.Calendar.DateOf(turn.Now);
        return until switch
        {
            null => Refusals.InThePast,
            _ when until <= today => Refusals.InThePast,
            _ when until > today.PlusMonths(LongestMonths) => Refusals.SnoozeTooLong,
            _ => null,
        };
    }
}
