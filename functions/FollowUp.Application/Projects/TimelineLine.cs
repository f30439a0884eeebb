using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>A timeline entry as text.</summary>
/// <param name="Seq">See <see cref="TimelineEntry.Seq"/>.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Kind">The event's stored name in kebab-case.</param>
/// <param name="By">The actor's name, or the role where there is no name.</param>
/// <param name="Text">The description of the event.</param>
/// <param name="Hash">See <see cref="TimelineEntry.Hash"/>.</param>
/// <param name="Next">The description of the next action; null when the event did not change it.</param>
/// <param name="Event">The event.</param>
public sealed record TimelineLine(long Seq, Instant At, string Kind, string By, string Text, string Hash, string? Next, Event Event)
{
    /// <summary>Makes <see cref="Text"/> as the website may read it (<see cref="WebsiteReading"/>). Other readers do not need it.</summary>
    public required Func<string> DescribeForWebsite { get; init; }

    /// <summary>The actor's role.</summary>
    public required Role Role { get; init; }

    /// <summary>See <see cref="RecordedEvent.First"/>.</summary>
    public long? First { get; init; }
}
