using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IPersonStore"/>
sealed class SqlitePersons(SqliteDatabase database) : IPersonStore
{
    public ValueTask<Person?> Load(string clientId, CancellationToken cancellation) =>
        database.Read(session => PersonTable.FindByClient(session, clientId), cancellation);

    public ValueTask<Person?> Find(string personId, CancellationToken cancellation) =>
        database.Read(session => PersonTable.Find(session, personId), cancellation);

    public ValueTask<JoinedPersons> LoadJoined(CancellationToken cancellation) => database.Read(PersonTable.LoadJoined, cancellation);

    public ValueTask<bool> TrySave(PersonChange change, CancellationToken cancellation)
    {
        var state = RecordJson.Write(change.After);
        return database.Write(session => PersonTable.TryWrite(session, change, state), cancellation);
    }
}
