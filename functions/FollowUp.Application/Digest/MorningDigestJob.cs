using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Digest;

/// <summary>
/// Each coordinator's morning digest: owed at half past seven, or when their own hours begin if that is earlier, on business days on which
/// they are there, and when there is something to say.
/// </summary>
public sealed class MorningDigestJob(
    IDirectory directory, MorningDigestQuery reader, DepartmentOutbox outbox, ISettings settings, WorkingCalendar calendar, TimeProvider time)
    : IJobSource
{
    static readonly LocalTime DefaultTime = new(7, 30);

    public string JobName => JobSchedules.MorningDigest;

    public async ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
    [
        .. (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Coordinator).Select(s => new ScheduledJob(
            $"{JobSchedules.MorningDigest}.{StaffLogId.Of(s.Id)}", Schedule.InParis(FormatCron(s), ClosedDays.Skip), (due, c) => Enqueue(s, due, c))),
    ];

    /// <summary>The half hour before most work begins, or their first window on their own days.</summary>
    internal static string FormatCron(Staff staff)
    {
        var at = staff.Hours is { } own && own.Windows[0].From < DefaultTime ? own.Windows[0].From : DefaultTime;
        var days = staff.Hours is { } hours
            ? string.Join(',', hours.Days.Select(d => d.ToString()[..3].ToUpperInvariant()))
            : "MON-FRI";
        return string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * {days}");
    }

    async Task Enqueue(Staff staff, Instant due, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var day = calendar.DateOf(due);
        if (calendar.DateOf(now) != day || !staff.IsPresent(day))
        {
            return; // after an outage the morning of another day is of no use
        }

        var key = $"digest-told:{StaffLogId.Of(staff.Id)}";
        var told = await settings.Get(key, cancellation) is { } mark ? LastDigest.Parse(mark) : null;
        if (told?.At >= due)
        {
            return; // a worker that died here has owed it already
        }

        var since = told is null ? calendar.AddDays(due, -1)
            : await outbox.WasSent(FormatId(staff, calendar.DateOf(told.At)), cancellation) ? told.At : told.Since;
        if (!(await reader.Load(staff, day, since, cancellation)).HasContent)
        {
            return; // the next one tells what happened since the last one that left
        }

        await outbox.Enqueue(
            new DepartmentMail(FormatId(staff, day), DepartmentMailKind.MorningDigest, staff.Id, day, now, now, since), cancellation);
        await settings.Set(key, new LastDigest(now, since).Format(), cancellation);
    }

    static string FormatId(Staff staff, LocalDate day) => $"digest.{StaffLogId.Of(staff.Id)}.{LocalDatePattern.Iso.Format(day)}";

    /// <summary>The last digest that was owed. When it never left, the next one tells what it was to tell.</summary>
    /// <param name="Since">What happened then or later was its news.</param>
    sealed record LastDigest(Instant At, Instant Since)
    {
        public static LastDigest Parse(string mark)
        {
            var times = mark.Split(' ').Select(time => InstantPattern.ExtendedIso.Parse(time).GetValueOrThrow()).ToArray();
            return new LastDigest(times[0], times[^1]);
        }

        public string Format() => $"{InstantPattern.ExtendedIso.Format(At)} {InstantPattern.ExtendedIso.Format(Since)}";
    }
}
