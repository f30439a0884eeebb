using System.Collections.Immutable;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Settings;

/// <summary>What a new project withholds from providers, as the settings have it now. Thread-safe.</summary>
/// <param name="read">Reads the current settings; called at each use.</param>
public sealed class FeedDefaults(Func<FeedSettings> read)
{
    /// <summary>Each fact once, in the order of the feed.</summary>
    public ImmutableArray<SharedFact> WithheldFromStart =>
        read().WithheldFromStart is { IsDefaultOrEmpty: false } withheld ? [.. withheld.Distinct().Order()] : [];
}
