using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>A commit, serialized on the caller's thread to keep the writer's thread free for writing.</summary>
sealed class PreparedCommit(Commit commit)
{
    readonly Snapshot snapshot = new(commit.After);
    readonly ImmutableArray<string> messages = [.. commit.Messages.Select(RecordJson.Write)];
    readonly string? dossier = commit.Dossier is null ? null : RecordJson.Write(commit.Dossier);

    readonly string? person = commit.Person is null ? null : RecordJson.Write(commit.Person.After);

    // A new project has a row in the dossier table even when nothing is known of the person.
    readonly string? search =
        commit.Dossier is null && commit.ExpectedVersion > 0 ? null : SearchText.Build(commit.After.Id, commit.Dossier);

    /// <returns>False when the project or its person is at another version or the idempotency key is taken; then nothing is written.</returns>
    public bool Write(Session session)
    {
        var stored = StoredRow.Find(session, snapshot.Id);
        if ((stored?.Version ?? 0) != commit.ExpectedVersion) return false;
        if (stored is not null && commit.IdempotencyRecord is { } taken && IdempotencyTable.Find(session, stored.Key, taken.Key) is not null) return false;

        if (commit.Person is { } change && !PersonTable.TryWrite(session, change, person!)) return false;

        var project = stored?.Key ?? StoredRow.GetNextKey(session);
        var pointers = (stored?.Pointers ?? default) with { Signature = commit.Signature };
        foreach (var entry in commit.Timeline) pointers = pointers.Append(session, entry);
        for (var i = 0; i < messages.Length; i++) pointers = pointers.Append(session, project, commit.Messages[i], messages[i]);
        foreach (var text in commit.PersonalTexts) pointers = pointers.Append(session, text);
        if (search is not null) pointers = pointers.ReplaceDossier(session, project, search, dossier);

        var at = commit.Timeline.IsEmpty ? commit.After.SubmittedAt : commit.Timeline[^1].At;
        if (stored is null) snapshot.Insert(session, project, pointers, at);
        else snapshot.Update(session, stored, pointers, at);

        BoardTable.Add(session, project, commit.Facts);
        if (commit.IdempotencyRecord is { } record) IdempotencyTable.Add(session, project, record);
        return true;
    }
}
