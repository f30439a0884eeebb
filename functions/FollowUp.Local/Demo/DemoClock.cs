using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Demo;

/// <summary>
/// Moves the demo's clock, one move at a time, while no request is under way: whoever asks during a move is answered after it. Where
/// the clock stands and where it was going is kept, so that a host that was killed on the way goes on.
/// </summary>
public sealed class DemoClock(
    AdjustableTimeProvider time, DueProjectDispatcher pump, SteppedProjectRun stepped, NextDueCache quiet, DueProjectsService driver, ScheduledJobsService department, ISettings settings, Turnstile turnstile)
{
    const string NowKey = "demo-clock";
    const string TargetKey = "demo-clock-target";

    public Instant Now => time.Now;

    /// <summary>The first opening of the department from this day on: 9:00 in Paris.</summary>
    public static Instant GetFirstOpening(LocalDate today)
    {
        var calendar = WorkingCalendar.France;
        return calendar.At(calendar.AddWorkingDays(today, 0), new LocalTime(9, 0));
    }

    /// <summary>Where the clock was left; at <paramref name="start"/> when this is its first start.</summary>
    public static async Task<Instant> Restore(ISettings settings, Instant start) => Parse(await settings.GetOrSet(NowKey, Format(start)));

    /// <summary>The clock of a folder that a demo was served from; null for any other.</summary>
    public static async Task<AdjustableTimeProvider?> LoadSaved(ISettings settings) =>
        await settings.Get(NowKey) is { } now ? new AdjustableTimeProvider(Parse(now)) : null;

    /// <returns>Null when done; else why the clock cannot go there.</returns>
    public Task<LocalizedText?> Move(ClockMove move) => turnstile.Alone<LocalizedText?>(async () =>
    {
        // Asked only now: two moves of a day each that come at once make two days.
        var (target, fault) = move.GetTarget(Now);
        if (fault is not null)
        {
            return fault;
        }

        await (move.IsJump ? JumpTo(target) : AdvanceTo(target));
        return null;
    });

    /// <summary>Finishes a walk that the host was killed in.</summary>
    public async Task ResumeInterruptedMove()
    {
        if (await settings.Get(TargetKey) is { Length: > 0 } target)
        {
            await RunUntil(Parse(target));
        }
    }

    /// <summary>Lives through everything that falls due on the way.</summary>
    async Task AdvanceTo(Instant target)
    {
        await settings.Set(TargetKey, Format(target));
        await RunUntil(target);
    }

    /// <summary>As after an outage: everything is overdue at once.</summary>
    async Task JumpTo(Instant target)
    {
        time.Set(target);
        await settings.Set(NowKey, Format(target));
        await driver.RunDue();
        await department.RunDue();
        await driver.RunDue();
    }

    /// <summary>Projects walk side by side as far as the next thing that the department's calendar brings, which finds them all there.</summary>
    async Task RunUntil(Instant target)
    {
        // Another process may have imported projects since the last move, and wakes nobody here.
        quiet.Invalidate();
        while (await department.RunDueAndGetNext() is var next && next <= target)
        {
            await SetClockTo(Instant.Max(next, Now));
        }

        await SetClockTo(target);
        await department.RunDue();
        await driver.RunDue();
        await settings.Set(NowKey, Format(target));
        await settings.Set(TargetKey, "");
    }

    async Task SetClockTo(Instant at)
    {
        if (!await quiet.IsNothingDueBy(at))
        {
            await pump.RunDue(() => at, id => stepped.Run(id, at), CancellationToken.None);
            quiet.Invalidate();
        }

        time.Set(at);
    }

    static string Format(Instant at) => InstantPattern.ExtendedIso.Format(at);

    static Instant Parse(string at) => InstantPattern.ExtendedIso.Parse(at).GetValueOrThrow();
}
