using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="ITokens"/>
sealed class SqliteTokens(SqliteDatabase database) : ITokens
{
    public ValueTask Add(string hash, string staffId, Instant createdAt, CancellationToken cancellation) => database.Write(
        session => session.Sql("INSERT OR REPLACE INTO tokens (hash, staff, created_at) VALUES (?, ?, ?)")
            .Bind(hash).Bind(staffId).Bind(createdAt).Execute(),
        cancellation);

    public ValueTask<string?> FindStaff(string hash, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT staff FROM tokens WHERE hash = ?").Bind(hash).QueryFirst(row => row.Text(0)), cancellation);

    public ValueTask<int> RemoveAll(string staffId, CancellationToken cancellation) => database.Write(
        session =>
        {
            var count = session.Sql("SELECT count(*) FROM tokens WHERE staff = ?").Bind(staffId).QueryFirst(row => (int)row.Number(0));
            session.Sql("DELETE FROM tokens WHERE staff = ?").Bind(staffId).Execute();
            return count;
        },
        cancellation);
}
