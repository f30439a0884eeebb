using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Functions.AzureServices.Tests;

/// <summary>
/// A clock that moves only when code waits. A wait shorter than the timeout, as between two attempts, ends at once. A wait as long as the
/// timeout ends when the fake service stops answering. So no test depends on the speed of the machine.
/// </summary>
sealed class AutoAdvancingTimeProvider(TimeSpan timeout) : FakeTimeProvider(new DateTimeOffset(2035, 6, 4, 8, 0, 0, TimeSpan.Zero))
{
    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < timeout)
        {
            Advance(dueTime);
        }

        return timer;
    }

    public void AdvanceByTimeout() => Advance(timeout);

    public void AdvanceTo(Instant until) => Advance((until - Now).ToTimeSpan());
}
