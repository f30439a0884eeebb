using System.Collections.Immutable;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Which rows of the due index to look behind. An update that is owed for longer than a commit takes has lost its commit. A row that stays
/// due though it was handed out a while ago is either a project that keeps failing or a row that a crash left behind.
/// </summary>
sealed class Doubts(TablesOptions options)
{
    readonly Lock gate = new();
    Dictionary<string, long> seen = new(StringComparer.Ordinal);

    public ImmutableArray<DueRow> About(ImmutableArray<DueRow> rows)
    {
        var doubtful = ImmutableArray.CreateBuilder<DueRow>();
        var time = options.Time;
        lock (gate)
        {
            var still = new Dictionary<string, long>(rows.Length, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var since = seen.GetValueOrDefault(row.Key, time.GetTimestamp());
                var stale = row.IsOwing ? time.GetUtcNow() - row.WrittenAt : time.GetElapsedTime(since);
                if (stale >= options.HealAfter)
                {
                    doubtful.Add(row);
                    since = time.GetTimestamp();
                }

                still[row.Key] = since;
            }

            seen = still;
        }

        return doubtful.ToImmutable();
    }
}
