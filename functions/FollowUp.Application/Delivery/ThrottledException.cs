using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>
/// A courier takes nothing for a while. The message stays owed, and is offered again no sooner than it says. It did not fail, so the try
/// does not count.
/// </summary>
public sealed class ThrottledException(Instant until)
    : Exception($"The courier takes nothing until {until}.")
{
    public Instant Until => until;

    /// <summary>Never at the same instant again: a courier without room must not be asked in a loop.</summary>
    public Instant GetRetryAt(Instant now) => Instant.Max(until, now + Duration.FromSeconds(1));
}
