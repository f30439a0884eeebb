using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>A service takes nothing for a while. The message was not judged: the attempt does not count, and it is repeated later.</summary>
/// <param name="until">When the service takes messages again, at the earliest.</param>
public sealed class ThrottledException(Instant until) : Exception($"The service takes no messages until {until}.")
{
    /// <summary>When the service takes messages again, at the earliest.</summary>
    public Instant Until => until;

    /// <summary>When to retry: <see cref="Until"/>, but a second from now at the earliest, so that no loop asks without a pause.</summary>
    public Instant GetRetryAt(Instant now) => Instant.Max(until, now + Duration.FromSeconds(1));
}
