using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>How long a person's data are kept after the last contact that came from them (CNIL, référentiel "gestion des activités commerciales").</summary>
public static class RetentionTerm
{
    /// <summary>The years after the last contact.</summary>
    public const int Years = 3;

    /// <summary>How many months before the erasure staff are asked about a dormant project, for the last time (product page, "Dormant").</summary>
    public const int LastQuestionMonthsBefore = 3;

    /// <summary>The day from which the person is erased.</summary>
    /// <param name="lastContact">The last contact that came from the person.</param>
    /// <param name="calendar">Counts the months.</param>
    public static Instant GetErasure(Instant lastContact, WorkingCalendar calendar) => calendar.AddMonths(lastContact, 12 * Years);

    /// <summary>When staff are asked for the last time.</summary>
    /// <param name="lastContact">The last contact that came from the person.</param>
    /// <param name="calendar">Counts the months.</param>
    public static Instant GetLastQuestion(Instant lastContact, WorkingCalendar calendar) =>
        calendar.AddMonths(lastContact, (12 * Years) - LastQuestionMonthsBefore);
}
