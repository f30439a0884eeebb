using System.Diagnostics;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace FollowUp.Benchmarks;

/// <summary>
/// Durable commands: 64 callers give notes to 256 projects through the desk into the SQLite store (synchronous=FULL), one commit per
/// command acknowledged; and, in the same run, the bare cost of the machine: a loop that puts one small row per caller into a
/// transaction, sixty-four at a time.
/// </summary>
static class CommitBenchmark
{
    const int Callers = 64;
    const int Projects = 256;
    static readonly TimeSpan Each = TimeSpan.FromSeconds(10);
    static readonly Actor Camille = new(Role.Coordinator, "camille@demo.example");

    public static async Task Measure()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("followup-commits");
        try
        {
            var bare = MeasureBareGroupCommit(Path.Combine(folder.FullName, "bare.db"));
            var desk = await MeasureProjectCommands(Path.Combine(folder.FullName, "followup.db"));
            Console.WriteLine($"durable commands through the desk  {desk,10:N0}/s");
            Console.WriteLine($"bare group-commit loop             {bare,10:N0}/s");
            Console.WriteLine($"ratio                              {desk / bare,10:P0}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<double> MeasureProjectCommands(string file)
    {
        using var store = SqliteStore.Open(file);
        await store.Directory.PutStaff(new Staff(Camille.Id, "Camille", Role.Coordinator, [Language.French], 1000));
        var policies = new PolicyLoader(store.Directory, WorkingCalendar.France);
        var desk = new ProjectCommands(
            store.Projects, store.Audit, policies, new CoordinatorSelector(store.Directory, store.Index, WorkingCalendar.France), new NoSignal(),
            TimeProvider.System);
        for (var i = 0; i < Projects; i++)
        {
            await desk.Submit(Submission($"P-{i}"), Dossier($"P-{i}"));
        }

        var done = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; watch.Elapsed < Each; i++)
            {
                var note = new AddNote(new FreeText($"note {caller} {i}"), Visibility.Internal);
                await desk.Record($"P-{((i * Callers) + caller) % Projects}", note, Camille);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    static double MeasureBareGroupCommit(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t(body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", new string('x', 400));
        var done = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Each)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < Callers; i++)
            {
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            done += Callers;
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static Submit Submission(string id) => new(
        id, $"C-{id}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.None, null,
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), null);

    static Dossier Dossier(string id) => new(
        id, $"C-{id}", "Refonte du site vitrine", null, "site-web", "Jeanne Martin", null, "jeanne@atelier-martin.example", "+33199001234",
        null, null, null, SubmissionDigest: id, Salt: id);

    sealed class NoSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
