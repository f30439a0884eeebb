using FollowUp.Application;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Where a project's timeline, messages and words end, and where its dossier is. Entries are appended at the end of their table, whosever
/// they are, and each names the one before it: many projects' entries share a page, and there is no index to keep.
/// </summary>
/// <param name="Entry">Key of the newest timeline entry.</param>
/// <param name="Message">Key of the newest message.</param>
/// <param name="Words">Key of the words filed last.</param>
/// <param name="Dossier">Key of the dossier that stands.</param>
/// <param name="Head">The hash of an entry appended just now; null when none was.</param>
readonly record struct ChainEnds(long? Entry, long? Message, long? Words, long? Dossier, byte[]? Head = null)
{
    public ChainEnds Append(Session session, TimelineEntry entry)
    {
        var hash = Convert.FromHexString(entry.Hash);
        session.Sql("INSERT INTO timeline (before, seq, at, kind, json, hash) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(Entry).Bind(entry.Seq).Bind(entry.At).Bind(entry.Kind).Bind(entry.Json).Bind(hash).Run();
        return this with { Entry = session.LastKey, Head = hash };
    }

    public ChainEnds Append(Session session, long project, OwedRow owed)
    {
        Outbox.Add(session, project, before: Message, owed);
        return this with { Message = session.LastKey };
    }

    public ChainEnds Append(Session session, FiledWords words)
    {
        Filed.Add(session, before: Words, words);
        return this with { Words = session.LastKey };
    }

    /// <summary>Puts a dossier in the place of the one before.</summary>
    /// <param name="json">Null when nothing is known of the person.</param>
    public ChainEnds Replace(Session session, long project, string search, string? json)
    {
        if (Dossier is { } old) session.Sql("UPDATE dossiers SET search = '', json = NULL WHERE key = ?").Bind(old).Run();
        session.Sql("INSERT INTO dossiers (project, search, json) VALUES (?, ?, ?)").Bind(project).Bind(search).Bind(json).Run();
        return this with { Dossier = session.LastKey };
    }
}
