using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>When a message that its courier did not take is tried again: twice as late each time, an hour at most.</summary>
public static class RetryDelay
{
    public static Duration ForAttempt(int attempts) => Duration.FromSeconds(Math.Min(3600, 15 * (1 << Math.Min(attempts, 9))));
}
