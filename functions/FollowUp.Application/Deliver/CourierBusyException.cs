using NodaTime;

namespace FollowUp.Application;

/// <summary>A courier takes nothing for a while. The message stays owed, and is offered again no sooner than it says.</summary>
public sealed class CourierBusyException(Instant until)
    : Exception($"The courier takes nothing until {until}.")
{
    public Instant Until => until;
}
