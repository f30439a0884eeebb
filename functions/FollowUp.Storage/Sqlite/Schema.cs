using System.Globalization;
using System.Reflection;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The numbered migrations of the schema. <c>PRAGMA user_version</c> holds the number of migrations that a file has. A released migration
/// never changes; a correction is a new migration.
/// </summary>
static class Schema
{
    public static readonly IReadOnlyList<string> Migrations = ReadMigrations();

    /// <summary>Applies the missing migrations, each in one transaction. Several processes may do so at once.</summary>
    /// <exception cref="NotSupportedException">The file was written by a newer version of this program.</exception>
    public static void Upgrade(Session session, IReadOnlyList<string> migrations)
    {
        while (true)
        {
            if (VersionOf(session, migrations) == migrations.Count) return;
            session.Begin();
            try
            {
                // Read again under the write lock: another process may have applied the migration meanwhile.
                var version = VersionOf(session, migrations);
                if (version < migrations.Count)
                {
                    session.Execute(migrations[version]);
                    session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
                }

                session.Commit();
            }
            catch
            {
                session.Rollback();
                throw;
            }
        }
    }

    static int VersionOf(Session session, IReadOnlyList<string> migrations)
    {
        var version = (int)session.Sql("PRAGMA user_version").QueryFirst(row => row.Number(0));
        return version <= migrations.Count
            ? version
            : throw new NotSupportedException(
                $"This database has schema version {version}; this program supports versions up to {migrations.Count}. Use a newer version of the program.");
    }

    static List<string> ReadMigrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<string>();
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            migrations.Add(reader.ReadToEnd());
        }

        return migrations;
    }
}
