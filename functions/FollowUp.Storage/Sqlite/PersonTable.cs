using System.Collections.Immutable;
using FollowUp.Application.Persons;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;

namespace FollowUp.Storage.Sqlite;

/// <summary>The rows of <c>persons</c>.</summary>
static class PersonTable
{
    /// <returns>The person that a client is, after joins; null when there is no record.</returns>
    public static Person? FindByClient(Session session, string clientId)
    {
        var person = Find(session, PersonId.Of(clientId));
        while (person?.JoinedTo is { } other) person = Find(session, other);
        return person;
    }

    public static Person? Find(Session session, string personId) =>
        session.Sql("SELECT state FROM persons WHERE key = ?").Bind(PersonId.ToNumber(personId)).QueryFirst(row => RecordJson.ReadPerson(row.Utf8(0)));

    /// <summary>Which record each joined one points to. Reads the index of joined records alone.</summary>
    public static JoinedPersons LoadJoined(Session session) => new(session
        .Sql("SELECT key, state ->> '$.joinedTo' FROM persons WHERE state ->> '$.joinedTo' IS NOT NULL")
        .QueryAll(row => (Id: PersonId.FromNumber(row.Number(0)), JoinedTo: row.Text(1)))
        .ToImmutableDictionary(row => row.Id, row => row.JoinedTo));

    /// <param name="session">A session in a transaction.</param>
    /// <param name="change">The change; the expected version 0 means that there is no record.</param>
    /// <param name="state">The person after it, as JSON.</param>
    /// <returns>False when the person is at another version; then nothing is written.</returns>
    public static bool TryWrite(Session session, PersonChange change, string state)
    {
        var key = PersonId.ToNumber(change.After.Id);
        if ((session.Sql("SELECT version FROM persons WHERE key = ?").Bind(key).QueryFirst(row => row.NumberOrNull(0)) ?? 0) != change.ExpectedVersion) return false;
        session.Sql("INSERT INTO persons (key, version, state) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET version = excluded.version, state = excluded.state")
            .Bind(key).Bind(change.After.Version).Bind(state).Execute();
        return true;
    }
}
