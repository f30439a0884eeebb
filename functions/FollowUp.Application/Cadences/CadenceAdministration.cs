using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using NodaTime.Extensions;

namespace FollowUp.Application.Cadences;

/// <summary>Saves new versions of the cadence. An old version never changes, since projects keep it until the end of their cycle.</summary>
public sealed class CadenceAdministration(IDirectory directory, TimeProvider time)
{
    /// <summary>Saves a valid cadence as the next version. A repeat changes nothing.</summary>
    /// <param name="content">The cadence; its number is not used.</param>
    /// <param name="mayFollow">Given the number of the current version: whether the cadence was made from it.</param>
    /// <param name="by">The id of the manager.</param>
    /// <param name="reason">Why; null when nothing is said.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public async Task<CadenceChange> Save(Cadence content, Func<int, bool> mayFollow, string by, string? reason, CancellationToken cancellation = default)
    {
        var current = (await directory.CadenceRevisions(cancellation))[^1];
        if (CadenceComparison.Compare(current.Cadence, content).IsEmpty) return new CadenceChange.Unchanged(current);
        if (!mayFollow(current.Cadence.Version)) return new CadenceChange.Outdated(current);
        var revision = new CadenceRevision(content with { Version = current.Cadence.Version + 1 }, time.GetCurrentInstant(), by, reason);
        return await directory.TryAddCadence(revision, cancellation)
            ? new CadenceChange.Saved(revision)
            : new CadenceChange.Outdated((await directory.CadenceRevisions(cancellation))[^1]);
    }
}
