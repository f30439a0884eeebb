using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>Mails as they left. A row is appended for each; that of a mail that left again comes after the first and counts.</summary>
static class SentMailTable
{
    /// <summary>Does nothing once the person is erased.</summary>
    public static void Add(Session session, long project, SentMail mail) =>
        session.Sql(
            """
            INSERT INTO sent_mails (project, message, at, mail) SELECT ?, ?, ?, ? FROM projects AS p JOIN dossiers AS d ON d.key = p.dossier
            WHERE p.key = ? AND d.json IS NOT NULL
            """).Bind(project).Bind(mail.MessageId).Bind(mail.At).Bind(JsonSerializer.Serialize(new SentMailText(mail.To, mail.Subject, mail.Text)))
            .Bind(project).Execute();

    /// <returns>Oldest first.</returns>
    public static ImmutableArray<SentMail> Load(Session session, long project)
    {
        var rows = session.Sql("SELECT message, at, mail FROM sent_mails WHERE project = ? AND mail IS NOT NULL ORDER BY key").Bind(project).QueryAll(row =>
        {
            var text = JsonSerializer.Deserialize<SentMailText>(row.Text(2))!;
            return new SentMail(row.Text(0), row.Instant(1), text.To, text.Subject, text.Text);
        });
        return [.. rows.Reverse().DistinctBy(mail => mail.MessageId).Reverse()];
    }

    /// <summary>Blanks the mails in place; see docs/decisions/0006-blank-personal-rows-in-place.md.</summary>
    public static void Erase(Session session, long project) =>
        session.Sql("UPDATE sent_mails SET mail = NULL WHERE project = ?").Bind(project).Execute();
}
