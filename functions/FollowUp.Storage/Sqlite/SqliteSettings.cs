using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IKeyValueStore"/>
sealed class SqliteSettings(SqliteDatabase database) : IKeyValueStore
{
    public ValueTask<string?> Get(string key, CancellationToken cancellation) => database.Read(session => Find(session, key), cancellation);

    public ValueTask Set(string key, string value, Instant? expires, CancellationToken cancellation) => database.Write(
        session => session.Sql("INSERT OR REPLACE INTO settings (name, value, expires) VALUES (?, ?, ?)")
            .Bind(key).Bind(value).Bind(InstantColumn.ToNanoseconds(expires)).Execute(),
        cancellation);

    /// <remarks>Most callers find a value, and a read does not occupy the writer.</remarks>
    public async ValueTask<string> GetOrSet(string key, string value, Instant? expires, CancellationToken cancellation) =>
        await Get(key, cancellation) ?? await database.Write(
            session =>
            {
                session.Sql("INSERT OR IGNORE INTO settings (name, value, expires) VALUES (?, ?, ?)")
                    .Bind(key).Bind(value).Bind(InstantColumn.ToNanoseconds(expires)).Execute();
                return Find(session, key)!;
            },
            cancellation);

    public ValueTask<bool> TryReplace(string key, string expected, string value, Instant? expires, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (Find(session, key) != expected) return false;
            session.Sql("UPDATE settings SET value = ?, expires = ? WHERE name = ?")
                .Bind(value).Bind(InstantColumn.ToNanoseconds(expires)).Bind(key).Execute();
            return true;
        },
        cancellation);

    public ValueTask<ImmutableArray<KeyValuePair<string, string>>> List(string prefix, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT name, value FROM settings WHERE name >= ? AND name < ? ORDER BY name").Bind(prefix).Bind(KeyPrefix.GetEnd(prefix))
            .QueryAll(row => KeyValuePair.Create(row.Text(0), row.Text(1))),
        cancellation);

    public ValueTask Remove(string key, CancellationToken cancellation) => database.Write(
        session => session.Sql("DELETE FROM settings WHERE name = ?").Bind(key).Execute(), cancellation);

    /// <remarks>The keys are read first, so that the writer is occupied only for the deletion. A setting that was written in between stays.</remarks>
    public async ValueTask<int> DeleteExpired(Instant now, int limit, CancellationToken cancellation)
    {
        var expired = await database.Read(
            session => session.Sql("SELECT name FROM settings WHERE expires <= ? LIMIT ?").Bind(now).Bind(limit).QueryAll(row => row.Text(0)), cancellation);
        if (expired.IsEmpty) return 0;
        await database.Write(
            session =>
            {
                foreach (var key in expired) session.Sql("DELETE FROM settings WHERE name = ? AND expires <= ?").Bind(key).Bind(now).Execute();
            },
            cancellation);
        return expired.Length;
    }

    public ValueTask AddMissingExpiry(string prefix, Instant expires, CancellationToken cancellation) => database.Write(
        session => session.Sql("UPDATE settings SET expires = ? WHERE name >= ? AND name < ? AND expires IS NULL")
            .Bind(expires).Bind(prefix).Bind(KeyPrefix.GetEnd(prefix)).Execute(),
        cancellation);

    static string? Find(Session session, string key) =>
        session.Sql("SELECT value FROM settings WHERE name = ?").Bind(key).QueryFirst(row => row.Text(0));
}
