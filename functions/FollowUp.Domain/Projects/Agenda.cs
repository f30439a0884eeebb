using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>What has a date of its own. It lies over the step of the path: the path waits until it is done.</summary>
/// <param name="AgreedCall">The time of a call that the client chose; null when none is agreed.</param>
/// <param name="Snooze">The pause in force; null when there is none.</param>
/// <param name="CallAfterPause">From when the call that follows a pause is due, within call hours and cap; null when none is due.</param>
public sealed record Agenda(Instant? AgreedCall, SnoozeUntil? Snooze, Instant? CallAfterPause)
{
    /// <summary>The agreed call that was not made within the hour after its time; null when there is none. It equals <see cref="AgreedCall"/>.</summary>
    public Instant? MissedCall { get; init; }

    /// <summary>No agreed call and no pause.</summary>
    public static Agenda Empty { get; } = new(null, null, null);
}
