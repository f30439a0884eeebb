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

    /// <summary>Whether the person is at a version; 0 means that there is no record.</summary>
    public static bool IsAt(Session session, string personId, long version) =>
        (session.Sql("SELECT version FROM persons WHERE key = ?").Bind(PersonId.ToNumber(personId)).QueryFirst(row => row.NumberOrNull(0)) ?? 0) == version;

    public static void Write(Session session, string personId, long version, string state) =>
        session.Sql("INSERT INTO persons (key, version, state) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET version = excluded.version, state = excluded.state")
            .Bind(PersonId.ToNumber(personId)).Bind(version).Bind(state).Execute();
}
