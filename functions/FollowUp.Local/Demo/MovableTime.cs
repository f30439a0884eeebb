using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// A clock that stands still until it is moved. Only the time of day is made up: timers and stopwatches are the machine's, so that
/// waiting and timing out work as ever.
/// </summary>
public sealed class MovableTime(Instant now) : TimeProvider
{
    readonly AsyncLocal<Moment?> own = new();
    long ticks = WholeTicks(now);

    public Instant Now => own.Value?.At ?? Instant.FromUnixTimeTicks(Volatile.Read(ref ticks));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Set(Instant at) => Volatile.Write(ref ticks, WholeTicks(at));

    /// <summary>Does something at an instant of its own, whatever the clock shows to everybody else.</summary>
    public async Task At(Instant at, Func<Task> act)
    {
        // What an async method sets flows to what it calls and is gone when it returns.
        own.Value = new Moment(Instant.FromUnixTimeTicks(WholeTicks(at)));
        await act();
    }

    /// <summary>Never earlier than asked: what is due then must be due now.</summary>
    static long WholeTicks(Instant at)
    {
        var whole = at.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(whole) < at ? whole + 1 : whole;
    }

    sealed record Moment(Instant At);
}
