using System.Collections.Immutable;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The queue of the whole department by due time of the next action. The index is ordered by person, then time; this merges the queues of
/// all persons, so that commits need not maintain a second index by time. There are few persons.
/// </summary>
static class MergedQueue
{
    /// <returns>Keys of projects as a JSON array, for <c>json_each</c>.</returns>
    public static string ReadKeys(Session session, int limit)
    {
        var keys = ReadPersons(session).Append(null).SelectMany(person => Rows(session, person, limit))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Key).Take(limit).Select(row => row.Key);
        return $"[{string.Join(',', keys)}]";
    }

    static ImmutableArray<(long Key, long DueAt)> Rows(Session session, string? person, int limit) =>
        session.Sql("SELECT key, next_at FROM projects WHERE open = 1 AND coalesce(stand_in, coordinator) IS ? ORDER BY next_at, key LIMIT ?")
            .Bind(person).Bind(limit).QueryAll(row => (row.Number(0), row.Number(1)));

    /// <summary>All persons in charge of an open project. Each query seeks the next name in the index and skips the rows in between.</summary>
    static IEnumerable<string?> ReadPersons(Session session)
    {
        for (var person = FindNextPerson(session, ""); person is not null; person = FindNextPerson(session, person)) yield return person;
    }

    static string? FindNextPerson(Session session, string after) =>
        session.Sql(
            """
            SELECT coalesce(stand_in, coordinator) FROM projects
            WHERE open = 1 AND coalesce(stand_in, coordinator) > ? ORDER BY coalesce(stand_in, coordinator) LIMIT 1
            """).Bind(after).QueryFirst(row => row.Text(0));
}
