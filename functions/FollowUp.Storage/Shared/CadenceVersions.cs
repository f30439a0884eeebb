using System.Collections.Immutable;
using FollowUp.Domain.Cadences;

namespace FollowUp.Storage.Shared;

/// <summary>All versions of the cadence.</summary>
static class CadenceVersions
{
    /// <summary>Puts the default cadence before the saved ones: projects may still be in a cycle of it when the first other one is saved.</summary>
    /// <param name="saved">By version, oldest first.</param>
    public static ImmutableArray<Cadence> WithDefault(ImmutableArray<Cadence> saved) =>
        saved.Any(cadence => cadence.Version <= DefaultCadence.Initial.Version) ? saved : [DefaultCadence.Initial, .. saved];
}
