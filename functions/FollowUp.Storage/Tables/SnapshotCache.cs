using System.Collections.Concurrent;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The snapshots that were seen here lately, so that a commit need not read again what its decision was made on. Nothing relies on it
/// being right: the ETag says at the write whether it was. It forgets in halves, so that it stays small.
/// </summary>
sealed class SnapshotCache
{
    const int GenerationSize = 4_096;

    readonly Lock gate = new();
    volatile ConcurrentDictionary<string, StoredVersion> young = new(StringComparer.Ordinal);
    volatile ConcurrentDictionary<string, StoredVersion> old = new(StringComparer.Ordinal);

    public StoredVersion? Find(string project, long version)
    {
        var known = young.GetValueOrDefault(project) ?? old.GetValueOrDefault(project);
        return known?.Version == version ? known : null;
    }

    public void Add(StoredVersion stored)
    {
        if (stored.ETag == default) return;
        young[stored.Entry.Project] = stored;
        if (young.Count < GenerationSize) return;
        lock (gate)
        {
            if (young.Count < GenerationSize) return;
            old = young;
            young = new(StringComparer.Ordinal);
        }
    }
}
