using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FollowUp.Benchmarks;

/// <summary>
/// Timeline rows a second under two kinds of keys: integer keys in order of arrival with a link to the project's row before (the schema of the
/// store), and the plain key (project, seq). Each transaction adds one row to each of 64 random projects of 20,000 that have 20 rows each
/// (synchronous=FULL).
/// </summary>
static class RowKeyBenchmark
{
    const int Projects = 20_000;
    const int RowsPerProject = 20;
    const int RowsPerTransaction = 64;
    static readonly TimeSpan RunTime = TimeSpan.FromSeconds(10);

    public static void Measure()
    {
        var folder = Directory.CreateTempSubdirectory("followup-keys");
        try
        {
            var appended = MeasureKeys(
                Path.Combine(folder.FullName, "appended.db"),
                "CREATE TABLE timeline (key INTEGER PRIMARY KEY, before INTEGER, seq INTEGER NOT NULL, json TEXT NOT NULL) STRICT",
                "INSERT INTO timeline (before, seq, json) VALUES ($project, $seq, $json)");
            var plain = MeasureKeys(
                Path.Combine(folder.FullName, "plain.db"),
                "CREATE TABLE timeline (project INTEGER NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (project, seq)) STRICT, WITHOUT ROWID",
                "INSERT INTO timeline (project, seq, json) VALUES ($project, $seq, $json)");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"integer keys in order of arrival {appended,10:N0} rows/s"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"keys (project, seq)              {plain,10:N0} rows/s"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static double MeasureKeys(string file, string table, string insertion)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; {table}";
        setup.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = insertion;
        var project = insert.Parameters.Add("$project", SqliteType.Integer);
        var seq = insert.Parameters.Add("$seq", SqliteType.Integer);
        insert.Parameters.AddWithValue("$json", new string('x', 300));

        var next = new long[Projects];
        for (var row = 0; row < RowsPerProject; row++) Write(Enumerable.Range(0, Projects));

        var random = new Random(20261123);
        var rows = 0L;
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < RunTime; rows += RowsPerTransaction) Write(Enumerable.Range(0, RowsPerTransaction).Select(_ => random.Next(Projects)));
        return rows / watch.Elapsed.TotalSeconds;

        void Write(IEnumerable<int> projects)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var number in projects)
            {
                (project.Value, seq.Value) = (number, ++next[number]);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }
}
