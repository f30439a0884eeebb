using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application;

/// <summary>
/// Each coordinator's morning digest: owed at half past seven, or when their own hours begin if that is earlier, on business days on which
/// they are there, and when there is something to say.
/// </summary>
public sealed class MorningDigests(
    IDirectory directory, DigestReader reader, DepartmentOutbox outbox, ISettings settings, WorkingCalendar calendar, TimeProvider time)
    : IScheduled
{
    static readonly LocalTime Usual = new(7, 30);

    public string Piece => Timetable.MorningDigest;

    public async ValueTask<ImmutableArray<ScheduledWork>> Works(CancellationToken cancellation = default) =>
    [
        .. (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Coordinator).Select(s => new ScheduledWork(
            $"{Timetable.MorningDigest}.{StaffMark.Of(s.Id)}", Schedule.InParis(CronOf(s), ClosedDays.Skip), (due, c) => Owe(s, due, c))),
    ];

    /// <summary>The half hour before most work begins, or their first window on their own days.</summary>
    internal static string CronOf(Staff staff)
    {
        var at = staff.Hours is { } own && own.Windows[0].From < Usual ? own.Windows[0].From : Usual;
        var days = staff.Hours is { } hours
            ? string.Join(',', hours.Days.Select(d => d.ToString()[..3].ToUpperInvariant()))
            : "MON-FRI";
        return string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * {days}");
    }

    async Task Owe(Staff staff, Instant due, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var day = calendar.DateOf(due);
        if (calendar.DateOf(now) != day || !staff.IsPresent(day))
        {
            return; // after an outage the morning of another day is of no use
        }

        var key = $"digest-told:{StaffMark.Of(staff.Id)}";
        var told = await settings.Get(key, cancellation);
        var since = told is null ? calendar.AddDays(due, -1) : InstantPattern.ExtendedIso.Parse(told).GetValueOrThrow();
        if (since >= due)
        {
            return; // a worker that died here has owed it already
        }

        if (!(await reader.Read(staff, day, since, cancellation)).SaysSomething)
        {
            return; // the next one tells what happened since the last one that left
        }

        var id = $"digest.{StaffMark.Of(staff.Id)}.{LocalDatePattern.Iso.Format(day)}";
        await outbox.Owe(new DepartmentMail(id, DepartmentMailKind.MorningDigest, staff.Id, day, now, now, since), cancellation);
        await settings.Set(key, InstantPattern.ExtendedIso.Format(now), cancellation);
    }
}
