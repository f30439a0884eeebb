using System.Globalization;
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
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Benchmarks.Hosts;

/// <summary>A department in a new SQLite file, whose projects come in by the real commands.</summary>
sealed class Department : IDisposable
{
    public static readonly Actor Camille = new(Role.Coordinator, "camille@demo.example");
    public static readonly Actor Nadia = new(Role.Manager, "nadia@demo.example");

    Department(SqliteStore store, TimeProvider time)
    {
        Store = store;
        var policies = new PolicyLoader(store.Directory, WorkingCalendar.France);
        Commands = new ProjectCommands(
            store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, policies,
            new CoordinatorSelector(store.Directory, store.Index, WorkingCalendar.France), new NoProjectSignal(), time);
        Now = time.GetCurrentInstant();
    }

    public SqliteStore Store { get; }

    public ProjectCommands Commands { get; }

    /// <summary>The time at which the department was created.</summary>
    public Instant Now { get; }

    /// <param name="time">The clock of the commands; the machine's when null.</param>
    public static async Task<Department> Create(string file, TimeProvider? time = null)
    {
        // The host refuses a database that other accounts may read.
        if (!OperatingSystem.IsWindows())
        {
            await using var created = new FileStream(
                file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }

        var department = new Department(SqliteStore.Open(file), time ?? TimeProvider.System);
        await department.Store.Directory.PutStaff(new Staff(Camille.Id, "Camille Aubertin", Role.Coordinator, [Language.French], 10_000_000));
        await department.Store.Directory.PutStaff(new Staff(Nadia.Id, "Nadia Rouvière", Role.Manager, [Language.French]));
        return department;
    }

    /// <summary>Opens a department that was created before.</summary>
    public static Department Open(string file) => new(SqliteStore.Open(file), TimeProvider.System);

    public static string GetId(int number) => string.Create(CultureInfo.InvariantCulture, $"P-{number}");

    public async Task Submit(int number)
    {
        var id = GetId(number);
        var submit = new Submit(id, $"C-{id}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.Budget, null, Now, null);
        var dossier = new Dossier(
            id, $"C-{id}", $"Refonte du site {number}", "Un site plus clair, avec une boutique.", "site-web", $"Jeanne Martin {number}", $"Atelier {number}",
            $"jeanne{number}@martin.example", $"+331990{number % 100_000:00000}", null, null, null, SubmissionDigest: id, Salt: id);
        await Commands.Submit(submit, dossier);
    }

    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public async Task Record(int number, Command command)
    {
        if (await Commands.Record(GetId(number), command, Camille) is not CommandResult.Succeeded)
        {
            throw new InvalidOperationException($"{command} was refused.");
        }
    }

    /// <summary>Adds projects: a quarter waits for a first call, a quarter was called once in vain, a half is in follow-up.</summary>
    public async Task Fill(int count, int from = 0)
    {
        await Parallel.ForAsync(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
        {
            await Submit(number);
            if (number % 4 > 0) await Record(number, new RecordCall(number % 4 == 1 ? CallOutcome.NoAnswer : CallOutcome.Serious, Now));
        });
    }

    public void Dispose() => Store.Dispose();
}
