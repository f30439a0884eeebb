using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides a pause with a date.</summary>
static class SnoozeDecider
{
    /// <summary>For a longer silence there is dormancy, which has its own rules.</summary>
    const int LongestMonths = 24;

    public static Decision Decide(DecisionBuilder decision, Snooze c)
    {
        return decision.Project switch
        {
            { Phase: Phase.Dormant } => Decision.Refuse(Refusals.AlreadyDormant),
            _ when GetRefusalOfDate(decision, c.Until) is { } refusal => Decision.Refuse(refusal),
            { Agenda.Snooze: { } snooze } when snooze == new SnoozeUntil(c.Until, c.EndsOnAnswer) => decision.Build(),
            _ => decision.Append(new Snoozed(c.Until, c.Reason, c.EndsOnAnswer)).Build(),
        };
    }

    /// <summary>Why the end of a pause is refused; null when it is accepted. Pauses of staff and of the client ("not now") have the same rule.</summary>
    public static Refusal? GetRefusalOfDate(DecisionBuilder decision, LocalDate? until)
    {
        var today = decision.Calendar.DateOf(decision.Now);
        return until switch
        {
            null => Refusals.InThePast,
            _ when until <= today => Refusals.InThePast,
            _ when until > today.PlusMonths(LongestMonths) => Refusals.SnoozeTooLong,
            _ => null,
        };
    }
}
