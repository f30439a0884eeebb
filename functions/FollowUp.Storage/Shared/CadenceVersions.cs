using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;

namespace FollowUp.Storage.Shared;

/// <summary>All versions of the cadence.</summary>
static class CadenceVersions
{
    /// <summary>Puts the default cadence before the saved ones: projects may still be in a cycle of it when the first other one is saved.</summary>
    /// <param name="saved">By version, oldest first.</param>
    public static ImmutableArray<Cadence> WithDefault(ImmutableArray<Cadence> saved) =>
        saved.Any(cadence => cadence.Version <= DefaultCadence.Initial.Version) ? saved : [DefaultCadence.Initial, .. saved];

    /// <summary>The same for versions with their history.</summary>
    public static ImmutableArray<CadenceRevision> WithDefault(ImmutableArray<CadenceRevision> saved) =>
        saved.Any(revision => revision.Cadence.Version <= DefaultCadence.Initial.Version)
            ? saved
            : [new CadenceRevision(DefaultCadence.Initial, null, null, null), .. saved];

    /// <summary>Whether a stored revision is the one that a repeated write brings.</summary>
    public static bool IsSame(CadenceRevision stored, CadenceRevision revision) =>
        stored with { Cadence = revision.Cadence } == revision && CadenceDocument.Format(stored.Cadence) == CadenceDocument.Format(revision.Cadence);
}
