using System.Diagnostics;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
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
/// Durable commands a second: 64 callers add notes to 256 projects through <see cref="ProjectCommands"/> into the SQLite store (synchronous=FULL),
/// one acknowledged commit a command. The same run measures an upper bound of the machine: a loop that only writes 64 small rows a transaction.
/// </summary>
static class CommitBenchmark
{
    const int Callers = 64;
    const int Projects = 256;
    static readonly TimeSpan RunTime = TimeSpan.FromSeconds(10);
    static readonly Actor Camille = new(Role.Coordinator, "camille@demo.example");

    public static async Task Measure()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("followup-commits");
        try
        {
            var rows = MeasureBareRows(Path.Combine(folder.FullName, "bare.db"));
            var commands = await MeasureProjectCommands(Path.Combine(folder.FullName, "followup.db"));
            Console.WriteLine($"durable commands       {commands,10:N0}/s");
            Console.WriteLine($"bare rows, 64 a commit {rows,10:N0}/s");
            Console.WriteLine($"ratio                  {commands / rows,10:P0}");
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
        var commands = new ProjectCommands(
            store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, policies, new CoordinatorSelector(store.Directory, store.Index, WorkingCalendar.France), new NoSignal(),
            TimeProvider.System);
        for (var i = 0; i < Projects; i++)
        {
            await commands.Submit(BuildSubmit($"P-{i}"), BuildDossier($"P-{i}"));
        }

        var done = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; watch.Elapsed < RunTime; i++)
            {
                var note = new AddNote(new FreeText($"note {caller} {i}"), Visibility.Internal);
                await commands.Record($"P-{((i * Callers) + caller) % Projects}", note, Camille);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    static double MeasureBareRows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t(body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", new string('x', 400));
        var done = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < RunTime)
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

    static Submit BuildSubmit(string id) => new(
        id, $"C-{id}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.None, null,
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), null);

    static Dossier BuildDossier(string id) => new(
        id, $"C-{id}", "Refonte du site vitrine", null, "site-web", "Jeanne Martin", null, "jeanne@atelier-martin.example", "+33199001234",
        null, null, null, SubmissionDigest: id, Salt: id);

    sealed class NoSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
