using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local;

/// <summary>
/// Moves the demo's clock, one move at a time, while no request is under way: whoever asks during a move is answered after it. Where
/// the clock stands and where it was going is kept, so that a host that was killed on the way goes on.
/// </summary>
public sealed class DemoClock(
    MovableTime time, Pump pump, SteppedErrand stepped, Quiet quiet, Driver driver, DepartmentClock department, ISettings settings, Turnstile turnstile)
{
    const string NowKey = "demo-clock";
    const string TargetKey = "demo-clock-target";

    public Instant Now => time.Now;

    /// <summary>The first opening of the department from this day on: 9:00 in Paris.</summary>
    public static Instant StartOn(LocalDate today)
    {
        var calendar = WorkingCalendar.France;
        return calendar.At(calendar.AddWorkingDays(today, 0), new LocalTime(9, 0));
    }

    /// <summary>Where the clock was left; at <paramref name="start"/> when this is its first start.</summary>
    public static async Task<Instant> Restore(ISettings settings, Instant start) => Read(await settings.GetOrSet(NowKey, Write(start)));

    /// <summary>The clock of a folder that a demo was served from; null for any other.</summary>
    public static async Task<MovableTime?> Kept(ISettings settings) =>
        await settings.Get(NowKey) is { } now ? new MovableTime(Read(now)) : null;

    /// <returns>Null when done; else why the clock cannot go there.</returns>
    public Task<LocalizedText?> Move(ClockMove move) => turnstile.Alone<LocalizedText?>(async () =>
    {
        // Asked only now: two moves of a day each that come at once make two days.
        var (target, fault) = move.From(Now);
        if (fault is not null)
        {
            return fault;
        }

        await (move.Leaps ? Leap(target) : Walk(target));
        return null;
    });

    /// <summary>Finishes a walk that the host was killed in.</summary>
    public async Task GoOn()
    {
        if (await settings.Get(TargetKey) is { Length: > 0 } target)
        {
            await Arrive(Read(target));
        }
    }

    /// <summary>Lives through everything that falls due on the way.</summary>
    async Task Walk(Instant target)
    {
        await settings.Set(TargetKey, Write(target));
        await Arrive(target);
    }

    /// <summary>As after an outage: everything is overdue at once.</summary>
    async Task Leap(Instant target)
    {
        time.Set(target);
        await settings.Set(NowKey, Write(target));
        await driver.Settle();
        await department.Settle();
        await driver.Settle();
    }

    /// <summary>Projects walk side by side as far as the next thing that the department's calendar brings, which finds them all there.</summary>
    async Task Arrive(Instant target)
    {
        // Another process may have imported projects since the last move, and wakes nobody here.
        quiet.Broken();
        while (await department.NextDue() is var next && next <= target)
        {
            await Reach(Instant.Max(next, Now));
        }

        await Reach(target);
        await department.Settle();
        await driver.Settle();
        await settings.Set(NowKey, Write(target));
        await settings.Set(TargetKey, "");
    }

    async Task Reach(Instant at)
    {
        if (!await quiet.Until(at))
        {
            await pump.Drain(() => at, id => stepped.Run(id, at), CancellationToken.None);
            quiet.Broken();
        }

        time.Set(at);
    }

    static string Write(Instant at) => InstantPattern.ExtendedIso.Format(at);

    static Instant Read(string at) => InstantPattern.ExtendedIso.Parse(at).GetValueOrThrow();
}
