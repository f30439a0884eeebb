using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FollowUp.Benchmarks.Floors;

/// <summary>
/// The least that commits durably for many callers: each awaits the acknowledgement of its own four rows of 300 bytes, as a command writes, and one
/// thread writes what waits in one transaction (SQLite, synchronous=FULL).
/// </summary>
static class MinimalGroupCommit
{
    const int RowsPerCaller = 4;

    /// <returns>Acknowledged commits a second.</returns>
    public static async Task<double> Measure(string file, int callers, TimeSpan runTime)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t(body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", new string('x', 300));
        insert.Prepare();

        var waiting = new Queue<TaskCompletionSource>();
        var ended = false;
        var writer = new Thread(() => Write(connection, insert, waiting, () => ended));
        writer.Start();
        var done = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < runTime)
            {
                var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                lock (waiting)
                {
                    waiting.Enqueue(acknowledged);
                    if (waiting.Count == 1) Monitor.Pulse(waiting);
                }

                await acknowledged.Task;
                Interlocked.Increment(ref done);
            }
        })));
        var rate = done / watch.Elapsed.TotalSeconds;
        lock (waiting)
        {
            ended = true;
            Monitor.Pulse(waiting);
        }

        writer.Join();
        return rate;
    }

    static void Write(SqliteConnection connection, SqliteCommand insert, Queue<TaskCompletionSource> waiting, Func<bool> isEnded)
    {
        var batch = new List<TaskCompletionSource>();
        while (true)
        {
            lock (waiting)
            {
                while (waiting.Count == 0 && !isEnded()) Monitor.Wait(waiting);
                if (waiting.Count == 0) return;
                batch.AddRange(waiting);
                waiting.Clear();
            }

            Execute(connection, "BEGIN IMMEDIATE");
            for (var i = 0; i < batch.Count * RowsPerCaller; i++) insert.ExecuteNonQuery();
            Execute(connection, "COMMIT");
            foreach (var caller in batch) caller.SetResult();
            batch.Clear();
        }
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
