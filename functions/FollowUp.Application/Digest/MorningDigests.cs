using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
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
        var told = await settings.Get(key, cancellation) is { } mark ? Told.Read(mark) : null;
        if (told?.At >= due)
        {
            return; // a worker that died here has owed it already
        }

        var since = told is null ? calendar.AddDays(due, -1)
            : await outbox.HasLeft(IdOf(staff, calendar.DateOf(told.At)), cancellation) ? told.At : told.Since;
        if (!(await reader.Read(staff, day, since, cancellation)).SaysSomething)
        {
            return; // the next one tells what happened since the last one that left
        }

        await outbox.Owe(
            new DepartmentMail(IdOf(staff, day), DepartmentMailKind.MorningDigest, staff.Id, day, now, now, since), cancellation);
        await settings.Set(key, new Told(now, since).Write(), cancellation);
    }

    static string IdOf(Staff staff, LocalDate day) => $"digest.{StaffMark.Of(staff.Id)}.{LocalDatePattern.Iso.Format(day)}";

    /// <summary>The last digest that was owed. When it never left, the next one tells what it was to tell.</summary>
    /// <param name="Since">What happened then or later was its news.</param>
    sealed record Told(Instant At, Instant Since)
    {
        public static Told Read(string mark)
        {
            var times = mark.Split(' ').Select(time => InstantPattern.ExtendedIso.Parse(time).GetValueOrThrow()).ToArray();
            return new Told(times[0], times[^1]);
        }

        public string Write() => $"{InstantPattern.ExtendedIso.Format(At)} {InstantPattern.ExtendedIso.Format(Since)}";
    }
}
