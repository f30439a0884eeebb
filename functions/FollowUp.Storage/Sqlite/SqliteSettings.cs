using FollowUp.Application;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="ISettings"/>
sealed class SqliteSettings(SqliteDatabase database) : ISettings
{
    public ValueTask<string?> Get(string key, CancellationToken cancellation) => database.Read(session => Find(session, key), cancellation);

    public ValueTask Set(string key, string value, CancellationToken cancellation) => database.Write(
        session => session.Sql("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)").Bind(key).Bind(value).Run(), cancellation);

    public ValueTask<string> GetOrSet(string key, string value, CancellationToken cancellation) => database.Write(
        session =>
        {
            session.Sql("INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)").Bind(key).Bind(value).Run();
            return Find(session, key)!;
        },
        cancellation);

    static string? Find(Session session, string key) =>
        session.Sql("SELECT value FROM settings WHERE name = ?").Bind(key).One(row => row.Text(0));
}
