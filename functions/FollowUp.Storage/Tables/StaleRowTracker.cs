using System.Collections.Immutable;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Which rows of the due index to look behind, each of them now and then. An update that is owed for longer than a commit takes has mostly lost
/// its commit. A row that stays due though it was handed out a while ago is either a project that keeps failing or a row that a crash left behind.
/// </summary>
sealed class StaleRowTracker(TablesOptions options)
{
    readonly Lock gate = new();
    Dictionary<string, long> seen = new(StringComparer.Ordinal);

    public ImmutableArray<DueRow> FindStale(ImmutableArray<DueRow> rows)
    {
        var doubtful = ImmutableArray.CreateBuilder<DueRow>();
        var time = options.Time;
        lock (gate)
        {
            var still = new Dictionary<string, long>(rows.Length, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var known = seen.TryGetValue(row.Key, out var since);
                var stale = known ? time.GetElapsedTime(since) : row.IsPendingUpdate ? time.GetUtcNow() - row.WrittenAt : TimeSpan.Zero;
                var isDoubtful = stale >= options.RepairAfter;
                if (isDoubtful) doubtful.Add(row);
                if (isDoubtful || (!known && !row.IsPendingUpdate)) still[row.Key] = time.GetTimestamp();
                else if (known) still[row.Key] = since;
            }

            seen = still;
        }

        return doubtful.ToImmutable();
    }
}
