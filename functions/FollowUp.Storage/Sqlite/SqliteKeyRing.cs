using FollowUp.Application;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IKeyRing"/>
/// <remarks>Data Protection asks for it synchronously, at start and every few weeks.</remarks>
sealed class SqliteKeyRing(SqliteDatabase database) : IKeyRing
{
    public IReadOnlyCollection<string> All() =>
        database.Read(session => session.Sql("SELECT xml FROM key_ring ORDER BY name").All(row => row.Text(0)), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();

    public void Add(string name, string xml) =>
        database.Write(
            session => session.Sql("INSERT OR REPLACE INTO key_ring (name, xml) VALUES (?, ?)").Bind(name).Bind(xml).Run(),
            CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
