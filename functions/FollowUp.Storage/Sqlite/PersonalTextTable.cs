using FollowUp.Application.Privacy;

namespace FollowUp.Storage.Sqlite;

/// <summary>Free text under the key that the timeline knows it by.</summary>
static class PersonalTextTable
{
    const string Chain =
        """
        WITH RECURSIVE chain (key) AS (
          SELECT newest_words FROM projects WHERE key = ?
          UNION ALL
          SELECT w.before FROM chain CROSS JOIN words AS w ON w.key = chain.key)
        """;

    public static void Add(Session session, long? before, PersonalText words) =>
        session.Sql("INSERT INTO words (before, id, text) VALUES (?, ?, ?)").Bind(before).Bind(words.Key).Bind(words.Text).Execute();

    public static IReadOnlyDictionary<string, string> Load(Session session, long project)
    {
        // The same text written twice has the same key.
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in session.Sql($"{Chain} SELECT w.id, w.text FROM chain CROSS JOIN words AS w ON w.key = chain.key")
            .Bind(project).QueryAll(row => (row.Text(0), row.Text(1))))
        {
            texts[key] = text;
        }

        return texts;
    }

    public static void Erase(Session session, long project) =>
        session.Sql($"{Chain} UPDATE words SET text = '' WHERE key IN (SELECT key FROM chain)").Bind(project).Execute();
}
