using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The store of one machine: all data in one SQLite file. A write returns once it is durable; concurrent writes share one fsync. Several
/// processes may have the file open.
/// </summary>
public sealed class SqliteStore : IStore
{
    readonly SqliteDatabase database;

    SqliteStore(SqliteDatabase database)
    {
        this.database = database;
        Projects = new SqliteProjects(database);
        Persons = new SqlitePersons(database);
        Index = new SqliteIndex(database);
        Directory = new SqliteDirectory(database);
        Settings = new SqliteSettings(database);
        Department = new SqliteDepartmentSettings(database);
        WebhookDeliveries = new SqliteWebhookDeliveries(database);
        Tokens = new SqliteTokens(database);
        KeyRing = new SqliteKeyRing(database);
        Audit = new SqliteAuditLog(database);
        Board = new SqliteBoard(database);
        Complaints = new SqliteComplaints(database);
        Mailbox = new SqliteMailbox(database);
    }

    public IProjectStore Projects { get; }

    public IPersonStore Persons { get; }

    public IProjectIndex Index { get; }

    public IDirectory Directory { get; }

    public IKeyValueStore Settings { get; }

    public IDepartmentSettings Department { get; }

    public IWebhookDeliveries WebhookDeliveries { get; }

    public ITokens Tokens { get; }

    public IKeyRing KeyRing { get; }

    public IAuditLog Audit { get; }

    public IBoardStore Board { get; }

    public IComplaints Complaints { get; }

    public IMailbox Mailbox { get; }

    /// <summary>Opens a file. Creates it and its folder and applies missing migrations.</summary>
    /// <param name="readers">The number of concurrent reads; each connection caches 2 MiB of pages at most.</param>
    /// <exception cref="NotSupportedException">The file was written by a newer version of this program.</exception>
    public static SqliteStore Open(string path, int readers = 4) => new(SqliteDatabase.Open(path, readers));

    /// <inheritdoc/>
    public ValueTask Clear(IReadOnlyCollection<string> keptSettings, CancellationToken cancellation = default) => database.Write(
        session =>
        {
            var tables = session.Sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('settings', 'key_ring')")
                .QueryAll(row => row.Text(0));
            foreach (var table in tables) session.Execute($"DELETE FROM \"{table}\"");
            session.Sql("DELETE FROM settings WHERE name NOT IN (SELECT value FROM json_each(?))").Bind(JsonSerializer.Serialize(keptSettings)).Execute();
        },
        cancellation);

    /// <summary>Completes queued writes, copies the log into the database file and closes it.</summary>
    public void Dispose() => database.Dispose();
}
