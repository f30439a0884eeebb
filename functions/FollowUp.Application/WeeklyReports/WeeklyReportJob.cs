using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.WeeklyReports;

/// <summary>
/// The managers' weekly report: owed on Monday at eight, or on the next business day, about the week that ended on Sunday. It is counted
/// once and kept, so that every manager reads the same figures, and reads them again after a mail that was tried twice.
/// </summary>
public sealed class WeeklyReportJob(
    IDirectory directory, WeeklyReportCalculator figures, DepartmentOutbox outbox, ISettings settings, WorkingCalendar calendar, TimeProvider time)
    : IJobSource
{
    static readonly LocalTime Hour = new(8, 0);

    public string JobName => JobSchedules.WeeklyReport;

    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.MondayMorning, ClosedDays.MoveToNextWorkingDay), Enqueue)]);

    /// <summary>The Monday of the week that a report of this day is about.</summary>
    public static LocalDate GetPreviousMonday(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusWeeks(-1);

    /// <summary>The figures as they were counted first.</summary>
    public async Task<WeeklyReport> LoadOrCalculate(LocalDate monday, CancellationToken cancellation = default)
    {
        var key = $"weekly-figures:{LocalDatePattern.Iso.Format(monday)}";
        var kept = await settings.Get(key, cancellation) ?? await settings.GetOrSet(
            key, JsonSerializer.Serialize(await figures.Calculate(monday, cancellation), StoredJson.Options), cancellation);
        return JsonSerializer.Deserialize<WeeklyReport>(kept, StoredJson.Options) ?? throw new JsonException("Figures are never null.");
    }

    async Task Enqueue(Instant due, CancellationToken cancellation)
    {
        var monday = GetPreviousMonday(calendar.DateOf(due));
        await LoadOrCalculate(monday, cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        foreach (var manager in (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Manager))
        {
            var id = $"weekly-report.{StaffLogId.Of(manager.Id)}.{LocalDatePattern.Iso.Format(monday)}";
            await outbox.Enqueue(
                new DepartmentMail(id, DepartmentMailKind.WeeklyReport, manager.Id, monday, now, GetNextWorkingInstant(now)), cancellation);
        }
    }

    /// <summary>After an outage that ends on a closed day, the reader is at work again first.</summary>
    Instant GetNextWorkingInstant(Instant now)
    {
        var today = calendar.DateOf(now);
        return calendar.IsWorkingDay(today) ? now : calendar.At(calendar.AddWorkingDays(today, 0), Hour);
    }
}
