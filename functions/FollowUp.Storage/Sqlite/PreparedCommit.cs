using System.Collections.Immutable;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>A commit, serialized by its caller so that the one writer only writes.</summary>
sealed class PreparedCommit(Commit commit)
{
    readonly Snapshot snapshot = new(commit.After);
    readonly ImmutableArray<OutboxRow> owed = [.. commit.Messages.Select(OutboxRow.Of)];
    readonly string? dossier = commit.Dossier is null ? null : RecordJson.Write(commit.Dossier);
    readonly string? search =
        commit.Dossier is null && commit.ExpectedVersion > 0 ? null : SearchText.Build(commit.After.Id, commit.Dossier);

    /// <returns>False, and nothing written, when the project is at another version or the request was taken already.</returns>
    public bool Write(Session session)
    {
        var stored = StoredRow.Find(session, snapshot.Id);
        if ((stored?.Version ?? 0) != commit.ExpectedVersion) return false;
        if (stored is not null && commit.IdempotencyRecord is { } taken && IdempotencyTable.Find(session, stored.Key, taken.Key) is not null) return false;

        var project = stored?.Key ?? StoredRow.GetNextKey(session);
        var ends = stored?.Ends ?? default;
        foreach (var entry in commit.Timeline) ends = ends.Append(session, entry);
        foreach (var message in owed) ends = ends.Append(session, project, message);
        foreach (var words in commit.PersonalTexts) ends = ends.Append(session, words);
        if (search is not null) ends = ends.ReplaceDossier(session, project, search, dossier);

        var at = commit.Timeline.IsEmpty ? commit.After.SubmittedAt : commit.Timeline[^1].At;
        if (stored is null) snapshot.Insert(session, project, ends, at);
        else snapshot.Update(session, stored, ends, at);

        if (commit.IdempotencyRecord is { } receipt) IdempotencyTable.Add(session, project, receipt);
        return true;
    }
}
