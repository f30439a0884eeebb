using System.Collections.Immutable;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Settings;

/// <summary>What providers read of a new project.</summary>
public sealed record FeedSettings
{
    /// <summary>The facts that a new project withholds until its coordinator publishes them; default: none.</summary>
    public ImmutableArray<SharedFact> WithheldFromStart { get; init; }
}
