using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <summary>A project's row, serialized on the caller's thread to keep the writer's thread free for writing.</summary>
sealed class Snapshot(Project project)
{
    const string AlwaysWritten = "version = ?, state = ?, newest_entry = ?, newest_message = ?, newest_words = ?, dossier = ?, head = coalesce(?, head), "
        + "signature = iif(? IS NULL, signature, ?)";

    const string UpdateState = $"UPDATE projects SET {AlwaysWritten} WHERE key = ?";

    const string UpdateStateAndTimes = $"UPDATE projects SET {AlwaysWritten}, next_at = ?, wake_at = ? WHERE key = ?";

    const string UpdateAll = $"UPDATE projects SET {AlwaysWritten}, ({IndexedColumns.Names}) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE key = ?";

    readonly string state = RecordJson.Write(project);
    readonly IndexedFields fields = IndexedFields.Of(project);

    public string Id => project.Id;

    /// <param name="at">When the project was submitted.</param>
    public void Insert(Session session, long key, AppendPointers pointers, Instant at)
    {
        session.Sql(
                $"""
                INSERT INTO projects (key, id, client, version, state, newest_entry, newest_message, newest_words, dossier, head, signature, {IndexedColumns.Names})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, x''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).Bind(key).Bind(project.Id).Bind(project.ClientId)
            .Bind(project.Version).Bind(state).Bind(pointers.Entry).Bind(pointers.Message).Bind(pointers.PersonalText).Bind(pointers.Dossier)
            .Bind(pointers.Head).Bind(pointers.Signature).Bind(fields).Execute();
        UpdateReadModels(session, key, before: null, at);
    }

    /// <param name="at">When the decision was taken; null when no decision causes the update, which then assigns no one.</param>
    /// <remarks>
    /// SQLite rewrites the entries of every index over a column that an UPDATE names, even when the value is the same. So there are three
    /// texts: most commits change the state alone (a note) or the state and the two times. A project's client never changes.
    /// </remarks>
    public void Update(Session session, StoredRow stored, AppendPointers pointers, Instant? at)
    {
        if (fields == stored.Fields)
        {
            BindState(session.Sql(UpdateState), pointers).Bind(stored.Key).Execute();
        }
        else if (fields == stored.Fields with { NextAt = fields.NextAt, WakeAt = fields.WakeAt })
        {
            BindState(session.Sql(UpdateStateAndTimes), pointers).Bind(fields.NextAt).Bind(fields.WakeAt).Bind(stored.Key).Execute();
        }
        else
        {
            BindState(session.Sql(UpdateAll), pointers).Bind(fields).Bind(stored.Key).Execute();
            UpdateReadModels(session, stored.Key, stored.Fields, at);
        }
    }

    /// <summary>Binds the values of <see cref="AlwaysWritten"/>.</summary>
    Statement BindState(Statement statement, AppendPointers pointers) => statement
        .Bind(project.Version).Bind(state).Bind(pointers.Entry).Bind(pointers.Message).Bind(pointers.PersonalText).Bind(pointers.Dossier)
        .Bind(pointers.Head).Bind(pointers.Head).Bind(pointers.Signature);

    void UpdateReadModels(Session session, long key, IndexedFields? before, Instant? at)
    {
        foreach (var change in WorkloadChange.Between(before?.Assignment, fields.Assignment, InstantColumn.ToNanoseconds(at)))
            WorkloadTable.Apply(session, change);
        ProviderLinks.Update(session, key, before, fields);
    }
}
