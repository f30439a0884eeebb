using NodaTime;

namespace FollowUp.Domain;

/// <summary>A pause with a date, immune to ageing and to automatic closing.</summary>
static class Snoozing
{
    /// <summary>A pause longer than this is a sleep: dormancy has its own rules.</summary>
    const int LongestMonths = 24;

    public static Decision Decide(Turn turn, Snooze c)
    {
        return turn.Project switch
        {
            { Phase: Phase.Dormant } => Decision.Refuse(Refusals.AlreadyDormant),
            _ when RefusesUntil(turn, c.Until) is { } refusal => Decision.Refuse(refusal),
            { Snooze: { } snooze } when snooze == new SnoozeUntil(c.Until, c.EndsOnAnswer) => turn.Done(),
            _ => turn.Happens(new Snoozed(c.Until, c.Reason, c.EndsOnAnswer)).Done(),
        };
    }

    /// <summary>Whoever asks for the pause, staff or the client ("not now, ask again on date D").</summary>
    public static Refusal? RefusesUntil(Turn turn, LocalDate? until)
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
