using System.Collections.Immutable;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The queue of the whole department by due time of the next action. The index is ordered by staff member, then time; this merges the queues of
/// all staff members, so that commits need not maintain a second index by time. There are few staff members.
/// </summary>
static class MergedQueue
{
    /// <returns>Keys of projects as a JSON array, for <c>json_each</c>.</returns>
    public static string ReadKeys(Session session, int limit)
    {
        var keys = ReadStaffIds(session).Append(null).SelectMany(staffId => Rows(session, staffId, limit))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Key).Take(limit).Select(row => row.Key);
        return $"[{string.Join(',', keys)}]";
    }

    static ImmutableArray<(long Key, long DueAt)> Rows(Session session, string? staffId, int limit) =>
        session.Sql("SELECT key, next_at FROM projects WHERE open = 1 AND coalesce(stand_in, coordinator) IS ? ORDER BY next_at, key LIMIT ?")
            .Bind(staffId).Bind(limit).QueryAll(row => (row.Number(0), row.Number(1)));

    /// <summary>The ids of all staff members in charge of an open project. Each query seeks the next id in the index and skips the rows in between.</summary>
    static IEnumerable<string?> ReadStaffIds(Session session)
    {
        for (var staffId = FindNextStaffId(session, ""); staffId is not null; staffId = FindNextStaffId(session, staffId)) yield return staffId;
    }

    static string? FindNextStaffId(Session session, string after) =>
        session.Sql(
            """
            SELECT coalesce(stand_in, coordinator) FROM projects
            WHERE open = 1 AND coalesce(stand_in, coordinator) > ? ORDER BY coalesce(stand_in, coordinator) LIMIT 1
            """).Bind(after).QueryFirst(row => row.Text(0));
}
