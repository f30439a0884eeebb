using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="ISettings"/>
sealed class SqliteSettings(SqliteDatabase database) : ISettings
{
    public ValueTask<string?> Get(string key, CancellationToken cancellation) => database.Read(session => Find(session, key), cancellation);

    public ValueTask Set(string key, string value, CancellationToken cancellation) => database.Write(
        session => session.Sql("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)").Bind(key).Bind(value).Execute(), cancellation);

    /// <remarks>Most of what is asked for in this way stands already, and to read it keeps no writer busy.</remarks>
    public async ValueTask<string> GetOrSet(string key, string value, CancellationToken cancellation) =>
        await Get(key, cancellation) ?? await database.Write(
            session =>
            {
                session.Sql("INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)").Bind(key).Bind(value).Execute();
                return Find(session, key)!;
            },
            cancellation);

    public ValueTask<bool> TryReplace(string key, string standing, string value, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (Find(session, key) != standing) return false;
            session.Sql("UPDATE settings SET value = ? WHERE name = ?").Bind(value).Bind(key).Execute();
            return true;
        },
        cancellation);

    public ValueTask<ImmutableArray<KeyValuePair<string, string>>> List(string prefix, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT name, value FROM settings WHERE name >= ? AND name < ? ORDER BY name").Bind(prefix).Bind(GetPrefixEnd(prefix))
            .QueryAll(row => KeyValuePair.Create(row.Text(0), row.Text(1))),
        cancellation);

    public ValueTask Remove(string key, CancellationToken cancellation) => database.Write(
        session => session.Sql("DELETE FROM settings WHERE name = ?").Bind(key).Execute(), cancellation);

    /// <summary>The first key behind all those that begin with the prefix: a semicolon comes after the colon.</summary>
    static string GetPrefixEnd(string prefix) => $"{prefix.AsSpan(0, prefix.Length - 1)};";

    static string? Find(Session session, string key) =>
        session.Sql("SELECT value FROM settings WHERE name = ?").Bind(key).QueryFirst(row => row.Text(0));
}
