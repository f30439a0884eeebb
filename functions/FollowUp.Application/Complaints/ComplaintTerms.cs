using FollowUp.Application.Privacy;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>The terms that hold for every complaint.</summary>
public static class ComplaintTerms
{
    /// <summary>How far back the jobs look for a complaint that nothing was sent about. Shorter than <see cref="RetentionPeriods.Mails"/>, so that nothing is sent twice.</summary>
    internal static readonly Duration Lookback = Duration.FromDays(30);

    /// <summary>The last day on which the department answers a complaint: ten working days after it, as the receipt says.</summary>
    /// <param name="complainedAt">When the complaint arrived.</param>
    /// <param name="calendar">The working days of the department.</param>
    public static LocalDate GetAnswerDeadline(Instant complainedAt, WorkingCalendar calendar) =>
        calendar.AddWorkingDays(calendar.DateOf(complainedAt), 10);
}
