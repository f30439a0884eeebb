using System.Collections.Immutable;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The queue of everybody by the time that the next action is due. The index is by person and then by time, so it is merged from each
/// person's: few people, and one index fewer to keep with each commit.
/// </summary>
static class MergedQueue
{
    /// <returns>Keys of projects, as a JSON array.</returns>
    public static string ReadKeys(Session session, int limit)
    {
        var keys = ReadCoordinators(session).Append(null).SelectMany(person => Rows(session, person, limit))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Key).Take(limit).Select(row => row.Key);
        return $"[{string.Join(',', keys)}]";
    }

    static ImmutableArray<(long Key, long DueAt)> Rows(Session session, string? person, int limit) =>
        session.Sql("SELECT key, next_at FROM projects WHERE open = 1 AND coalesce(stand_in, coordinator) IS ? ORDER BY next_at, key LIMIT ?")
            .Bind(person).Bind(limit).QueryAll(row => (row.Number(0), row.Number(1)));

    /// <summary>Everybody in charge of something: from each name the index leads to the next, past all the rows in between.</summary>
    static IEnumerable<string?> ReadCoordinators(Session session)
    {
        for (var person = FindNextCoordinator(session, ""); person is not null; person = FindNextCoordinator(session, person)) yield return person;
    }

    static string? FindNextCoordinator(Session session, string after) =>
        session.Sql(
            """
            SELECT coalesce(stand_in, coordinator) FROM projects
            WHERE open = 1 AND coalesce(stand_in, coordinator) > ? ORDER BY coalesce(stand_in, coordinator) LIMIT 1
            """).Bind(after).QueryFirst(row => row.Text(0));
}
