using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>The pause before a failed message is tried again. It is stored as a time with the message, so it outlasts a restart.</summary>
public static class RetryDelay
{
    /// <summary>30 seconds after the first attempt, twice as long after each further one, an hour at most.</summary>
    /// <param name="attempts">How often the message was tried.</param>
    public static Duration ForAttempt(int attempts) => Duration.FromSeconds(Math.Min(3600, 15 * (1 << Math.Min(attempts, 9))));
}
