using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>
/// A clock that stands still until it is moved. Only the time of day is made up: timers and stopwatches are the machine's, so that
/// waiting and timing out work as ever.
/// </summary>
public sealed class AdjustableTimeProvider(Instant now) : TimeProvider
{
    readonly AsyncLocal<InstantHolder?> ownTime = new();
    long ticks = CeilToTicks(now);

    public Instant Now => ownTime.Value?.At ?? Instant.FromUnixTimeTicks(Volatile.Read(ref ticks));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Set(Instant at) => Volatile.Write(ref ticks, CeilToTicks(at));

    /// <summary>Does something at an instant of its own, whatever the clock shows to everybody else.</summary>
    public async Task RunAt(Instant at, Func<Task> act)
    {
        // What an async method sets flows to what it calls and is gone when it returns.
        ownTime.Value = new InstantHolder(Instant.FromUnixTimeTicks(CeilToTicks(at)));
        await act();
    }

    /// <summary>Never earlier than asked: what is due then must be due now.</summary>
    static long CeilToTicks(Instant at)
    {
        var whole = at.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(whole) < at ? whole + 1 : whole;
    }

    sealed record InstantHolder(Instant At);
}
