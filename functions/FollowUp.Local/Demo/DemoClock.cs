using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Scheduling;
using Nito.AsyncEx;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Demo;

/// <summary>
/// Moves the demo's clock, one move at a time. A move waits for the requests that have begun, and requests that come during a move wait for it.
/// The present and the target of a move are stored, so a host that was killed during a move finishes it at its next start.
/// </summary>
public sealed class DemoClock(
    AdjustableTimeProvider time, DueProjectDispatcher dispatcher, IServiceScopeFactory scopes, NextDueCache nextDueCache, DueProjectsService projects,
    ScheduledJobsService jobs, IKeyValueStore settings, AsyncReaderWriterLock requestLock)
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

    /// <summary>The stored time of the clock; <paramref name="start"/>, which is stored then, when there is none.</summary>
    public static async Task<Instant> Restore(IKeyValueStore settings, Instant start) => Parse(await settings.GetOrSet(NowKey, Format(start)));

    /// <summary>The clock of an installation that a demo was served from; null for any other installation.</summary>
    public static async Task<AdjustableTimeProvider?> LoadSaved(IKeyValueStore settings) =>
        await settings.Get(NowKey) is { } now ? new AdjustableTimeProvider(Parse(now)) : null;

    /// <returns>Null when the clock was moved; else why it was not.</returns>
    public async Task<LocalizedText?> Move(ClockMove move)
    {
        using var exclusive = await requestLock.WriterLockAsync();

        // Computed under the lock: two concurrent moves of one day each make two days.
        var (target, error) = move.GetTarget(Now);
        if (error is not null)
        {
            return error;
        }

        await (move.IsJump ? JumpTo(target) : AdvanceTo(target));
        return null;
    }

    /// <summary>Moves the clock to an instant through everything that falls due on the way. Does nothing when the clock is there or beyond.</summary>
    public async Task MoveTo(Instant target)
    {
        using var exclusive = await requestLock.WriterLockAsync();
        if (target > Now) await AdvanceTo(target);
    }

    /// <summary>Finishes a move during which the host was killed.</summary>
    public async Task ResumeInterruptedMove()
    {
        if (await settings.Get(TargetKey) is { Length: > 0 } target)
        {
            await RunUntil(Parse(target));
        }
    }

    /// <summary>Moves the clock through every instant at which something falls due.</summary>
    async Task AdvanceTo(Instant target)
    {
        await settings.Set(TargetKey, Format(target));
        await RunUntil(target);
    }

    /// <summary>Sets the clock at once, as after an outage: everything on the way is overdue then.</summary>
    async Task JumpTo(Instant target)
    {
        time.Set(target);
        await settings.Set(NowKey, Format(target));
        await projects.RunDue();
        await jobs.RunDue();
        await projects.RunDue();
    }

    /// <summary>Runs all projects up to the next scheduled job, then the job, until the target.</summary>
    async Task RunUntil(Instant target)
    {
        // Another process may have imported projects since the last move, and it cannot signal this one.
        nextDueCache.Invalidate();
        while (await jobs.RunDueAndGetNext() is var next && next <= target)
        {
            await SetClockTo(Instant.Max(next, Now));
        }

        await SetClockTo(target);
        await jobs.RunDue();
        await projects.RunDue();
        await settings.Set(NowKey, Format(target));
        await settings.Set(TargetKey, "");
    }

    async Task SetClockTo(Instant at)
    {
        if (!await nextDueCache.IsNothingDueBy(at))
        {
            await using var scope = scopes.CreateAsyncScope();
            var stepped = scope.ServiceProvider.GetRequiredService<SteppedProjectRun>();
            await dispatcher.RunDue(() => at, id => stepped.Run(id, at), CancellationToken.None);
            nextDueCache.Invalidate();
        }

        time.Set(at);
    }

    static string Format(Instant at) => InstantPattern.ExtendedIso.Format(at);

    static Instant Parse(string at) => InstantPattern.ExtendedIso.Parse(at).GetValueOrThrow();
}
