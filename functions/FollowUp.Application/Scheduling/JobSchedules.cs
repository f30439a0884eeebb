namespace FollowUp.Application.Scheduling;

/// <summary>
/// The schedules of the jobs as Cronos expressions with seconds, in the time of Paris. Timer triggers of Azure use UTC on some plans; they only
/// have to come often enough, as <see cref="Scheduler"/> decides in the time of Paris whether a job is due.
/// </summary>
public static class JobSchedules
{
    /// <summary>The interval of the watchdog, and of the Azure timer that looks for due jobs.</summary>
    public const string EveryFiveMinutes = "0 */5 * * * *";

    /// <summary>Before working hours.</summary>
    public const string DailyAfterMidnight = "0 5 0 * * *";

    /// <summary>Outside working hours, and at a time that exists once in every night, also when the clocks change.</summary>
    public const string NightlyRetention = "0 30 3 * * *";

    /// <summary>After the work of the day, before the retention of the night.</summary>
    public const string NightlyAnchor = "0 30 1 * * *";

    /// <summary>At eight from Monday to Friday.</summary>
    public const string WorkingDayMorning = "0 0 8 * * MON-FRI";

    /// <summary>Monday at eight; with <see cref="ClosedDays.MoveToNextWorkingDay"/> the next working day when that is a holiday.</summary>
    public const string MondayMorning = "0 0 8 * * MON";
}
