using FollowUp.Application.Ports;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The store of one machine: every port, in one SQLite file. A write returns once it is on the disk; writes that come together share
/// one flush. Several processes may have the file open.
/// </summary>
public sealed class SqliteStore : IDisposable
{
    readonly SqliteDatabase database;

    SqliteStore(SqliteDatabase database)
    {
        this.database = database;
        Projects = new SqliteProjects(database);
        Index = new SqliteIndex(database);
        Directory = new SqliteDirectory(database);
        Settings = new SqliteSettings(database);
        Tokens = new SqliteTokens(database);
        KeyRing = new SqliteKeyRing(database);
        Audit = new SqliteAuditLog(database);
        Complaints = new SqliteComplaints(database);
        Mailbox = new SqliteMailbox(database);
    }

    public IProjectStore Projects { get; }

    public IProjectIndex Index { get; }

    public IDirectory Directory { get; }

    public ISettings Settings { get; }

    public ITokens Tokens { get; }

    public IKeyRing KeyRing { get; }

    public IAuditLog Audit { get; }

    public IComplaints Complaints { get; }

    public IMailbox Mailbox { get; }

    /// <summary>Opens a file, with its folder made and its schema brought up to date where needed.</summary>
    /// <param name="readers">Connections that may read at the same time; each keeps 2 MiB of pages at most.</param>
    /// <exception cref="NotSupportedException">The file was written by a newer version of this program.</exception>
    public static SqliteStore Open(string path, int readers = 4) => new(SqliteDatabase.Open(path, readers));

    /// <summary>Waits for the writes under way, moves everything into the one file and closes it.</summary>
    public void Dispose() => database.Dispose();
}
