using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Where a project's timeline, messages and words end, and where its dossier is. Entries are appended at the end of their table, whosever
/// they are, and each names the one before it: many projects' entries share a page, and there is no index to keep.
/// </summary>
/// <param name="Entry">Key of the newest timeline entry.</param>
/// <param name="Message">Key of the newest message.</param>
/// <param name="PersonalText">Key of the words filed last.</param>
/// <param name="Dossier">Key of the dossier that stands.</param>
/// <param name="Head">The hash of an entry appended just now; null when none was.</param>
readonly record struct AppendPointers(long? Entry, long? Message, long? PersonalText, long? Dossier, byte[]? Head = null)
{
    public AppendPointers Append(Session session, TimelineEntry entry)
    {
        var hash = Convert.FromHexString(entry.Hash);
        session.Sql("INSERT INTO timeline (before, seq, at, kind, json, hash) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(Entry).Bind(entry.Seq).Bind(entry.At).Bind(entry.Kind).Bind(entry.Json).Bind(hash).Execute();
        return this with { Entry = session.LastKey, Head = hash };
    }

    public AppendPointers Append(Session session, long project, OutboxRow owed)
    {
        OutboxTable.Add(session, project, before: Message, owed);
        return this with { Message = session.LastKey };
    }

    public AppendPointers Append(Session session, PersonalText words)
    {
        PersonalTextTable.Add(session, before: PersonalText, words);
        return this with { PersonalText = session.LastKey };
    }

    /// <summary>Puts a dossier in the place of the one before.</summary>
    /// <param name="json">Null when nothing is known of the person.</param>
    public AppendPointers ReplaceDossier(Session session, long project, string search, string? json)
    {
        if (Dossier is { } old) session.Sql("UPDATE dossiers SET search = '', json = NULL WHERE key = ?").Bind(old).Execute();
        session.Sql("INSERT INTO dossiers (project, search, json) VALUES (?, ?, ?)").Bind(project).Bind(search).Bind(json).Execute();
        return this with { Dossier = session.LastKey };
    }
}
