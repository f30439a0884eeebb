using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Keys of a project's newest rows in the append-only tables. Each row names the project's row before it, so a project's rows form a
/// linked list and no index over them has to be maintained. Rows of many projects share a page.
/// </summary>
/// <param name="Entry">Key of the newest timeline entry.</param>
/// <param name="Message">Key of the newest outbox message.</param>
/// <param name="PersonalText">Key of the newest personal text.</param>
/// <param name="Dossier">Key of the current dossier.</param>
/// <param name="Head">Hash of the newest timeline entry when it was appended through this value; null when none was.</param>
/// <param name="Signature">Its signature; null without one.</param>
readonly record struct AppendPointers(
    long? Entry, long? Message, long? PersonalText, long? Dossier, byte[]? Head = null, string? Signature = null)
{
    public AppendPointers Append(Session session, TimelineEntry entry)
    {
        var hash = Convert.FromHexString(entry.Hash);
        session.Sql("INSERT INTO timeline (before, seq, at, kind, json, hash) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(Entry).Bind(entry.Seq).Bind(entry.At).Bind(entry.Kind).Bind(entry.Json).Bind(hash).Execute();
        return this with { Entry = session.LastKey, Head = hash };
    }

    /// <param name="json">The message, serialized by the caller.</param>
    public AppendPointers Append(Session session, long project, OutboxMessage message, string json)
    {
        OutboxTable.Add(session, project, before: Message, message, json);
        return this with { Message = session.LastKey };
    }

    public AppendPointers Append(Session session, PersonalText text)
    {
        PersonalTextTable.Add(session, before: PersonalText, text);
        return this with { PersonalText = session.LastKey };
    }

    /// <summary>Blanks the current dossier and appends another one.</summary>
    /// <param name="json">Null when the person was erased or never known.</param>
    public AppendPointers ReplaceDossier(Session session, long project, string search, string? json)
    {
        if (Dossier is { } old) session.Sql("UPDATE dossiers SET search = '', json = NULL WHERE key = ?").Bind(old).Execute();
        session.Sql("INSERT INTO dossiers (project, search, json) VALUES (?, ?, ?)").Bind(project).Bind(search).Bind(json).Execute();
        return this with { Dossier = session.LastKey };
    }
}
