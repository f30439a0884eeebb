using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.WeeklyReports;

/// <summary>
/// Enqueues the managers' weekly report on Monday at eight, or on the next working day, about the week that ended on Sunday. The figures are
/// counted once and stored, so that all managers get the same ones and a retry sends the same ones.
/// </summary>
public sealed class WeeklyReportJob(
    IDirectory directory, WeeklyReportCalculator calculator, DepartmentOutbox outbox, IKeyValueStore settings, WorkingCalendar calendar, TimeProvider time)
    : IJobSource
{
    static readonly LocalTime Hour = new(8, 0);

    readonly WeeklyReportStore reports = new(settings, calendar);

    /// <inheritdoc/>
    public string JobName => JobNames.WeeklyReport;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.MondayMorning, ClosedDays.MoveToNextWorkingDay), Enqueue)]);

    /// <summary>The Monday of the week before the one of a day.</summary>
    public static LocalDate GetPreviousMonday(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusWeeks(-1);

    /// <summary>The stored report of a week; it is counted when none is stored. Concurrent callers get the same report.</summary>
    /// <param name="monday">The first day of the week.</param>
    /// <param name="cancellation">Cancels the counting.</param>
    public async Task<WeeklyReport> LoadOrCalculate(LocalDate monday, CancellationToken cancellation = default) =>
        await reports.Find(monday, cancellation)
        ?? await reports.Add(monday, await calculator.Calculate(monday, cancellation), cancellation);

    async Task Enqueue(Instant due, CancellationToken cancellation)
    {
        var monday = GetPreviousMonday(calendar.DateOf(due));
        await LoadOrCalculate(monday, cancellation);
        var now = time.GetCurrentInstant();
        foreach (var manager in (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Manager))
        {
            var id = $"weekly-report.{StaffLogId.Of(manager.Id)}.{LocalDatePattern.Iso.Format(monday)}";
            await outbox.Enqueue(
                new DepartmentMail(id, DepartmentMailKind.WeeklyReport, manager.Id, monday, now, GetNextWorkingInstant(now)), cancellation);
        }
    }

    /// <summary>After an outage that ends on a closed day, the report is sent on the next working day.</summary>
    Instant GetNextWorkingInstant(Instant now)
    {
        var today = calendar.DateOf(now);
        return calendar.IsWorkingDay(today) ? now : calendar.At(calendar.AddWorkingDays(today, 0), Hour);
    }
}
