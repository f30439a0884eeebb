namespace FollowUp.Domain;

/// <summary>A pause with a date, immune to ageing and to automatic closing.</summary>
static class Snoozing
{
    /// <summary>A pause longer than this is a sleep: dormancy has its own rules.</summary>
    const int LongestMonths = 24;

    public static Decision Decide(Turn turn, Snooze c)
    {
        var today = turn.Calendar.DateOf(turn.Now);
        return turn.Project switch
        {
            { Phase: Phase.Dormant } => Decision.Refuse(Refusals.AlreadyDormant),
            _ when c.Until <= today => Decision.Refuse(Refusals.InThePast),
            _ when c.Until > today.PlusMonths(LongestMonths) => Decision.Refuse(Refusals.SnoozeTooLong),
            { Snooze: { } snooze } when snooze == new SnoozeUntil(c.Until, c.EndsOnAnswer) => turn.Done(),
            _ => turn.Happens(new Snoozed(c.Until, c.Reason, c.EndsOnAnswer)).Done(),
        };
    }
}
