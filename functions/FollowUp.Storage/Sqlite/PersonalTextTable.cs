using FollowUp.Application.Privacy;

namespace FollowUp.Storage.Sqlite;

/// <summary>Personal free text, under the key that the timeline refers to.</summary>
static class PersonalTextTable
{
    const string Chain =
        """
        WITH RECURSIVE chain (key) AS (
          SELECT newest_words FROM projects WHERE key = ?
          UNION ALL
          SELECT w.before FROM chain CROSS JOIN words AS w ON w.key = chain.key)
        """;

    /// <param name="before">Key of the project's text before this one; null for its first.</param>
    public static void Add(Session session, long? before, PersonalText text) =>
        session.Sql("INSERT INTO words (before, id, text) VALUES (?, ?, ?)").Bind(before).Bind(text.Key).Bind(text.Text).Execute();

    public static IReadOnlyDictionary<string, string> Load(Session session, long project)
    {
        // A text that was written twice has two rows with the same key.
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in session.Sql($"{Chain} SELECT w.id, w.text FROM chain CROSS JOIN words AS w ON w.key = chain.key")
            .Bind(project).QueryAll(row => (row.Text(0), row.Text(1))))
        {
            texts[key] = text;
        }

        return texts;
    }

    /// <summary>Blanks the texts in place; see docs/decisions/0006-blank-personal-rows-in-place.md.</summary>
    public static void Erase(Session session, long project) =>
        session.Sql($"{Chain} UPDATE words SET text = '' WHERE key IN (SELECT key FROM chain)").Bind(project).Execute();
}
