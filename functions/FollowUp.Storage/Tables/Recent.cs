using System.Collections.Concurrent;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The snapshots that were seen here lately, so that a commit need not read again what its decision was made on. Nothing relies on it
/// being right: the ETag says at the write whether it was. It forgets in halves, so that it stays small.
/// </summary>
sealed class Recent
{
    const int Half = 4_096;

    readonly Lock gate = new();
    volatile ConcurrentDictionary<string, Known> young = new(StringComparer.Ordinal);
    volatile ConcurrentDictionary<string, Known> old = new(StringComparer.Ordinal);

    public Known? Find(string project, long version)
    {
        var known = young.GetValueOrDefault(project) ?? old.GetValueOrDefault(project);
        return known?.Version == version ? known : null;
    }

    public void Keep(Known known)
    {
        if (known.ETag == default) return;
        young[known.Footprint.Project] = known;
        if (young.Count < Half) return;
        lock (gate)
        {
            if (young.Count < Half) return;
            old = young;
            young = new(StringComparer.Ordinal);
        }
    }
}
