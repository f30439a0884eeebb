using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Storage.Sqlite;

/// <summary>Copies of a database file, for backups.</summary>
public static class SqliteBackup
{
    /// <summary>The schema version that this program writes; it reads lower ones too.</summary>
    public static int SupportedVersion => Schema.Migrations.Count;

    /// <summary>
    /// Copies a database that other processes may read and write meanwhile. The copy is the state of one instant, and is durable when the method
    /// returns. It holds everything: projects, personal data, keys.
    /// </summary>
    /// <param name="source">The database file.</param>
    /// <param name="target">A file that does not exist or is empty.</param>
    /// <returns>The schema version of the copy.</returns>
    /// <exception cref="SqliteException">The source cannot be read or the target cannot be written.</exception>
    public static int Copy(string source, string target)
    {
        using var from = Open(source, SqliteOpenMode.ReadWrite);
        using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);

        // In one file: the log of a copied database is its own, and the copy is not to need one.
        Execute(to, "PRAGMA journal_mode = DELETE");
        return ReadVersion(to);
    }

    /// <summary>Checks the pages of a copy, and that it holds no statements of its own: a trigger would run with the first write.</summary>
    /// <returns>Null when it is sound; otherwise what is broken.</returns>
    public static string? FindDamage(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            return Execute(connection, "PRAGMA quick_check(1)") is string result && result != "ok" ? result
                : Execute(connection, "SELECT type || ' ' || name FROM sqlite_master WHERE type IN ('trigger', 'view')") is string foreign
                    ? $"it has the {foreign}, which no version of this program writes"
                : null;
        }
        catch (SqliteException damaged)
        {
            return damaged.Message;
        }
    }

    static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, 10_000);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static int ReadVersion(SqliteConnection connection) => (int)(long)Execute(connection, "PRAGMA user_version")!;

    static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The callers pass constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
