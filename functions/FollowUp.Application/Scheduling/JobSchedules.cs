namespace FollowUp.Application.Scheduling;

/// <summary>
/// What happens by the calendar, and when: Cronos expressions with seconds, by the clock in Paris. Timer triggers of Azure run by UTC on
/// some plans, so there they only come often enough, and <see cref="Scheduler"/> decides in Paris whether something is due.
/// </summary>
public static class JobSchedules
{
    public const string Watchdog = "watchdog";
    public const string Absences = "absences";
    public const string MorningDigest = "morning-digest";
    public const string WeeklyReport = "weekly-report";
    public const string Retention = "retention";
    public const string ComplaintReceipts = "complaint-receipts";

    /// <summary>The watchdog's rhythm, and that of the timers in Azure for what people wait for.</summary>
    public const string EveryFiveMinutes = "0 */5 * * * *";

    /// <summary>The rhythm of the timers in Azure for what may be a little late.</summary>
    public const string EveryFifteenMinutes = "0 */15 * * * *";

    /// <summary>Before anybody works, and after every clock has changed its date.</summary>
    public const string DailyAfterMidnight = "0 5 0 * * *";

    /// <summary>When nobody works and no clock is set.</summary>
    public const string NightlyRetention = "0 30 3 * * *";

    /// <summary>Monday, and the next business day when that is a holiday.</summary>
    public const string MondayMorning = "0 0 8 * * MON";
}
