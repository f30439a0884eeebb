using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>
/// A clock that stands still until it is set. Timers and timestamps are the machine's, so waiting and timing out work as usual.
/// </summary>
public sealed class AdjustableTimeProvider(Instant now) : TimeProvider
{
    readonly AsyncLocal<InstantHolder?> ownTime = new();
    long ticks = CeilToTicks(now);

    public Instant Now => ownTime.Value?.At ?? Instant.FromUnixTimeTicks(Volatile.Read(ref ticks));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Set(Instant at) => Volatile.Write(ref ticks, CeilToTicks(at));

    /// <summary>Runs an action at an instant of its own: only the code that it calls sees that instant.</summary>
    public async Task RunAt(Instant at, Func<Task> action)
    {
        // An AsyncLocal that an async method sets flows to what it calls, and is reset when it returns.
        ownTime.Value = new InstantHolder(Instant.FromUnixTimeTicks(CeilToTicks(at)));
        await action();
    }

    /// <summary>Rounds up to ticks, so that what is due at the instant is due on the clock.</summary>
    static long CeilToTicks(Instant at)
    {
        var whole = at.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(whole) < at ? whole + 1 : whole;
    }

    sealed record InstantHolder(Instant At);
}
