using System.Collections.Immutable;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Finds rows of the due index that may need repair, each at most once per <see cref="TablesOptions.RepairAfter"/>. A pending row of that age is
/// probably left from a process that stopped. A row that is still due so long after it was handed out belongs to a project that keeps
/// failing, or it is left over. Safe for use by several threads at once.
/// </summary>
sealed class StaleRowTracker(TablesOptions options)
{
    readonly Lock gate = new();

    // By row key: when the row was first seen or last found stale.
    Dictionary<string, long> seen = new(StringComparer.Ordinal);

    /// <param name="rows">All rows of one read. Rows that are not among them are forgotten.</param>
    public ImmutableArray<DueRow> FindStale(ImmutableArray<DueRow> rows)
    {
        var stale = ImmutableArray.CreateBuilder<DueRow>();
        var time = options.Time;
        lock (gate)
        {
            var stillSeen = new Dictionary<string, long>(rows.Length, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var known = seen.TryGetValue(row.Key, out var since);
                var age = known ? time.GetElapsedTime(since) : row.IsPendingUpdate ? time.GetUtcNow() - row.WrittenAt : TimeSpan.Zero;
                var isStale = age >= options.RepairAfter;
                if (isStale) stale.Add(row);
                if (isStale || (!known && !row.IsPendingUpdate)) stillSeen[row.Key] = time.GetTimestamp();
                else if (known) stillSeen[row.Key] = since;
            }

            seen = stillSeen;
        }

        return stale.ToImmutable();
    }
}
