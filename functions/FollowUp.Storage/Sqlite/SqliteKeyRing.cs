using FollowUp.Application.Ports;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IKeyRing"/>
/// <remarks>
/// Data Protection calls this synchronously, at start and every few weeks, under a lock that all threads of the pool may wait for. So neither
/// method may need a thread of the pool.
/// </remarks>
sealed class SqliteKeyRing(SqliteDatabase database) : IKeyRing
{
    public IReadOnlyCollection<string> All() =>
        database.ReadBlocking(session => session.Sql("SELECT xml FROM key_ring ORDER BY name").QueryAll(row => row.Text(0)));

    public void Add(string name, string xml) => database.WriteBlocking(
        session => session.Sql("INSERT OR REPLACE INTO key_ring (name, xml) VALUES (?, ?)").Bind(name).Bind(xml).Execute());
}
