using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.Digest;

/// <summary>
/// Enqueues the morning digest of each coordinator and manager: at 7:30, or when the coordinator's own hours begin if that is earlier, on working days on which the
/// staff member is present, when the digest has content.
/// </summary>
public sealed class MorningDigestJob(
    IDirectory directory, MorningDigestQuery query, DepartmentOutbox outbox, IKeyValueStore settings, WorkingCalendar calendar, TimeProvider time)
    : IJobSource
{
    static readonly LocalTime DefaultTime = new(7, 30);

    readonly LastDigestStore lastDigests = new(settings);

    /// <inheritdoc/>
    public string JobName => JobNames.MorningDigest;

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
    [
        .. (await directory.AllStaff(cancellation)).Where(s => s.Role is Role.Coordinator or Role.Manager).Select(s => new ScheduledJob(
            $"{JobNames.MorningDigest}.{StaffLogId.Of(s.Id)}", Schedule.InParis(FormatCron(s), ClosedDays.Skip), (due, c) => Enqueue(s, due, c))),
    ];

    static string FormatCron(Staff staff)
    {
        var at = staff.Hours is { } own && own.Windows[0].From < DefaultTime ? own.Windows[0].From : DefaultTime;
        var days = staff.Hours is { } hours
            ? string.Join(',', hours.Days.Select(d => d.ToString()[..3].ToUpperInvariant()))
            : "MON-FRI";
        return string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * {days}");
    }

    async Task Enqueue(Staff staff, Instant due, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var day = calendar.DateOf(due);
        if (calendar.DateOf(now) != day || !staff.IsPresent(day))
        {
            return; // After an outage, the digest of another day is of no use.
        }

        var last = await lastDigests.Find(staff, cancellation);
        if (last?.At >= due)
        {
            return; // A worker enqueued it and crashed before the run was stored.
        }

        // A digest that was not sent is told again by the next one.
        var since = last is null ? calendar.AddDays(due, -1)
            : await outbox.WasSent(FormatId(staff, calendar.DateOf(last.At)), cancellation) ? last.At : last.Since;
        if (!(await query.Load(staff, day, since, cancellation)).HasContent)
        {
            return;
        }

        await outbox.Enqueue(
            new DepartmentMail(FormatId(staff, day), DepartmentMailKind.MorningDigest, staff.Id, day, now, now, since), cancellation);
        await lastDigests.Set(staff, new LastDigest(now, since), cancellation);
    }

    static string FormatId(Staff staff, LocalDate day) => $"digest.{StaffLogId.Of(staff.Id)}.{LocalDatePattern.Iso.Format(day)}";
}
