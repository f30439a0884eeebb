using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>A project with its pending messages, as they are at one instant.</summary>
/// <param name="Stored">The project.</param>
/// <param name="Messages">The messages that were neither sent nor dropped, oldest first.</param>
public sealed record ProjectWork(StoredProject Stored, ImmutableArray<OutboxEntry> Messages)
{
    /// <summary>The snapshot of <see cref="Stored"/>.</summary>
    public Project Project => Stored.Project;
}
