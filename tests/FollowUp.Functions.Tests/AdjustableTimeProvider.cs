using NodaTime;

namespace FollowUp.Functions.Tests;

/// <summary>The department's clock: it stands still unless moved. The durable host has the machine's.</summary>
sealed class AdjustableTimeProvider(Instant start) : TimeProvider
{
    long ticks = start.ToUnixTimeTicks();

    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref ticks));
        set => Interlocked.Exchange(ref ticks, value.ToUnixTimeTicks());
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
