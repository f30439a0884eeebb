using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Functions.AzureServices.Tests;

/// <summary>
/// A clock that goes forward only when somebody waits. A short wait, as between two tries, is over at once; one as long as a try may take
/// ends when the service it waits for has fallen silent. So nothing depends on how fast the machine is.
/// </summary>
sealed class AutoAdvancingTimeProvider(TimeSpan patience) : FakeTimeProvider(new DateTimeOffset(2035, 6, 4, 8, 0, 0, TimeSpan.Zero))
{
    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < patience)
        {
            Advance(dueTime);
        }

        return timer;
    }

    public void LosePatience() => Advance(patience);

    public void WaitUntil(Instant until) => Advance((until - Now).ToTimeSpan());
}
