using System.Globalization;
using FollowUp.Application.Board;
using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Reports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Benchmarks.Rows;

/// <summary>
/// The board of the last thirty days with a million projects of three years and thirty coordinators, by HTTP on the same machine. A few projects are posted
/// by commands; a generator writes the rest into the tables that the page reads: copies of these projects, 5 % of them open, and the sums of the board with
/// as many cells a day as 900 projects a day give. Closed copies have no state and no copy has a timeline, as the page reads neither.
/// </summary>
static class BoardRows
{
    const int Projects = 1_000_000;
    const int Days = 3 * 365;
    const int Coordinators = 30;
    const int Templates = 60;
    const string Nadia = "nadia@demo.example";

    public static async Task<IEnumerable<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var file = folder.GetFile("followup.db");
        using (var empty = SqliteStore.Open(file))
        {
            await AddTemplates(empty);
        }

        Generate(file);
        using var store = SqliteStore.Open(file);
        await using var host = await WebHost.Start(store);
        using var browser = await host.SignIn(Nadia);
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var empties = await PageLoad.Run(browser, "/empty");
        var board = await PageLoad.Run(browser, "/desk/board");
        return
        [
            new Figure("board with a million projects, median", board.Times.GetPercentile(0.5), "ms", empties.Times.GetPercentile(0.5), Goal.AtMost(100, "ms")),
            new Figure("board with a million projects, 95th percentile", board.Times.GetPercentile(0.95), "ms", empties.Times.GetPercentile(0.95)),
            new Figure("board with a million projects, processor time, browser included", board.Processor.TotalMilliseconds, "ms", empties.Processor.TotalMilliseconds),
        ];
    }

    static async Task AddTemplates(SqliteStore store)
    {
        await store.Directory.PutStaff(new Staff(Nadia, "Nadia Rouvière", Role.Manager, [Language.French], 1));
        for (var i = 0; i < Coordinators; i++)
        {
            await store.Directory.PutStaff(new Staff(Id(i), $"Personne {i:D2}", Role.Coordinator, [Language.French], 5_000));
        }

        await using var host = await WebHost.Start(store);
        var (commands, now) = (host.Services.GetRequiredService<ProjectCommands>(), TimeProvider.System.GetCurrentInstant());
        for (var i = 0; i < Templates; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"P-{i}");
            await commands.Submit(
                new Submit(id, $"C-{i}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.Budget, null, now - Duration.FromDays(1), null),
                new Dossier(id, $"C-{i}", "Refonte du site", "Un site plus clair.", "site-web", "Jeanne Martin", "Atelier", "jeanne@martin.example", "+33199001234", null, null, null, "digest", "salt"));
            if (i % 2 == 0)
            {
                await commands.Record(id, new RecordCall(CallOutcome.Serious, now), new Actor(Role.Manager, Nadia));
            }
        }
    }

    /// <summary>Writes the copies and the sums. What time makes due is spread over the next hundred days, a hundredth of it before now.</summary>
    static void Generate(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        var today = (long)Period.DaysBetween(BoardCell.NoDay, TimeProvider.System.GetCurrentInstant().InUtc().Date);
        Run(connection, "PRAGMA synchronous = OFF");
        using var transaction = connection.BeginTransaction();
        Run(
            connection,
            string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Projects - Templates})
            INSERT INTO projects (id, client, open, phase, coordinator, next_at, version, head, state)
            SELECT 'G-' || i, 'G-' || i, i % 20 = 0, phase, 'c' || (i % {Coordinators}) || '@demo.example', next_at + (i % 100) * 86400000000000 - 86400000000000,
              version, head, CASE WHEN i % 20 = 0 THEN state ELSE '{"{}"}' END
            FROM n JOIN projects ON id = 'P-' || (i % {Templates})
            """));
        Run(connection, $"INSERT INTO workloads SELECT coordinator, count(*), NULL FROM projects WHERE open = 1 AND id LIKE 'G-%' GROUP BY coordinator ON CONFLICT DO UPDATE SET open = excluded.open");
        foreach (var (kind, step, code, hour, value, person) in Cells())
        {
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
                WITH RECURSIVE d(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM d WHERE i < {Days - 1})
                INSERT INTO board_sums SELECT {(int)kind}, {today} - i, '{person}', '{step}', '{code}', {hour}, {value}, 1 + (i % 3), 0 FROM d WHERE true
                ON CONFLICT DO NOTHING
                """));
        }

        foreach (var person in Enumerable.Range(0, Coordinators).Select(Id))
        {
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO board_sums VALUES ({(int)BoardFactKind.Waiting}, 0, '{person}', '', 'reply', 0, 0, 3, 0) ON CONFLICT DO NOTHING"));
        }

        transaction.Commit();
    }

    /// <summary>The cells of one day.</summary>
    static IEnumerable<(BoardFactKind Kind, string Step, string Code, int Hour, long Value, string Person)> Cells()
    {
        yield return (BoardFactKind.Submitted, "", "", 0, 0, "");
        foreach (var person in Enumerable.Range(0, Coordinators).Select(Id))
        {
            foreach (var hour in Enumerable.Range(9, 9))
            {
                yield return (BoardFactKind.Call, "", BoardCodes.Reached, hour, 0, person);
                yield return (BoardFactKind.Call, "", BoardCodes.Missed, hour, 0, person);
            }

            yield return (BoardFactKind.Overdue, "", "", 0, 0, person);
        }

        foreach (var minutes in Enumerable.Range(0, 200)) yield return (BoardFactKind.FirstCall, "", "", 0, minutes, "");
        foreach (var attempt in Enumerable.Range(1, 4)) yield return (BoardFactKind.Reached, "", "", 0, attempt, "");
        foreach (var code in (string[])[BoardCodes.Validated, "not-serious", "unreachable"]) yield return (BoardFactKind.ValidationEnded, BoardCodes.Reached, code, 0, 0, "");
        foreach (var code in (string[])[BoardCodes.Won, "abandoned", "no-answer", "other-provider"]) yield return (BoardFactKind.Closed, "", code, 0, 1, "");
        foreach (var kind in (BoardFactKind[])[BoardFactKind.Relaunch, BoardFactKind.RelaunchAnswered])
        {
            foreach (var step in (string[])["1", "2", "3", "4", "warning", "quarter"])
            {
                yield return (kind, step, "mail", 0, 0, "");
                yield return (kind, step, "phone", 0, 0, "");
            }
        }

        foreach (var code in (string[])["bounce", "complaint"]) yield return (BoardFactKind.MailRefused, "", code, 0, 0, "");
        foreach (var phase in (string[])["awaiting-validation", "in-follow-up", "dormant"]) yield return (BoardFactKind.Open, "", phase, 0, 0, "");
    }

    static string Id(int person) => string.Create(CultureInfo.InvariantCulture, $"c{person}@demo.example");

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text has numbers and names of this class alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
