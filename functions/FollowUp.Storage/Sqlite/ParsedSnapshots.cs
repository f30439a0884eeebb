using System.Collections.Concurrent;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Snapshots that were read from JSON, by their JSON: a list that is shown again every minute reads the same ones. A snapshot is found by all of its
/// bytes, so that a stored change is never missed. Snapshots hold no personal data. Thread-safe.
/// </summary>
sealed class ParsedSnapshots
{
    /// <summary>Some ten megabytes. What is over is forgotten all at once.</summary>
    const int MaxSnapshots = 4_096;

    readonly ConcurrentDictionary<int, (byte[] Json, Project Project)> byHash = new();

    public Project Read(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        var key = hash.ToHashCode();
        if (byHash.TryGetValue(key, out var known) && utf8.SequenceEqual(known.Json))
        {
            return known.Project;
        }

        var project = RecordJson.ReadProject(utf8);
        if (byHash.Count >= MaxSnapshots)
        {
            byHash.Clear();
        }

        byHash[key] = (utf8.ToArray(), project);
        return project;
    }
}
