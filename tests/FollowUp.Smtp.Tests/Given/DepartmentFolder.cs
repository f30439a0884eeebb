using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Sqlite;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>
/// A department's folder, written by the real commands on a Tuesday, while no host runs. The host starts nine days later, on a Thursday at
/// ten in Paris, and sends what is due since then. In these nine days, a weekend and a holiday (11 November) included, a first relaunch
/// comes due and a second one does not.
/// </summary>
sealed class DepartmentFolder : IDisposable
{
    public const string Camille = "camille@department.example";

    static readonly Instant Now = Instant.FromUtc(2026, 11, 19, 9, 0);
    static readonly Instant Start = Now - Duration.FromDays(9);
    static readonly long StartTimestamp = TimeProvider.System.GetTimestamp();

    readonly FakeTimeProvider time = new(Start.ToDateTimeOffset());

    public string FolderPath { get; } = Directory.CreateTempSubdirectory("followup-smtp-").FullName;

    /// <summary>The time at which a host that starts now sees itself start. It moves at the machine's pace, so that a second host starts later than the first.</summary>
    public static Instant HostStart => Now + Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(StartTimestamp));

    /// <summary>The day after the host's start: an agreement for a day to come.</summary>
    public static Instant Tomorrow => Now + Duration.FromDays(1);

    /// <summary>A folder in which each client posted a project and was called on the first day. No mail has left.</summary>
    public static async Task<DepartmentFolder> Create(string coordinator, params IReadOnlyCollection<(SampleClient Client, CallOutcome Outcome)> calls)
    {
        var department = new DepartmentFolder();
        await department.WithStore(async (store, commands) =>
        {
            await store.Directory.PutStaff(new Staff(Camille, coordinator, Role.Coordinator, [Language.French], 10_000));
            foreach (var (client, outcome) in calls)
            {
                await Submit(commands, client);
                await RecordCall(commands, client, outcome);
            }
        });
        return department;
    }

    /// <summary>As <see cref="Create"/>, and what time decides until the host's start is in the folder too.</summary>
    public static async Task<DepartmentFolder> CreateUntilNow(
        string coordinator, params IReadOnlyCollection<(SampleClient Client, CallOutcome Outcome)> calls)
    {
        var department = await Create(coordinator, calls);
        await department.WithStore((store, commands) => department.AdvanceToNow(store, commands, [.. calls.Select(call => call.Client.Project)]));
        return department;
    }

    /// <summary>Opens the store for the time of the call. A host may serve the same folder meanwhile.</summary>
    public async Task WithStore(Func<SqliteStore, ProjectCommands, Task> act)
    {
        var path = Path.Combine(FolderPath, "followup.db");
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            // The host refuses a database that other accounts may read.
            await using var created = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }

        using var store = SqliteStore.Open(path);
        var calendar = WorkingCalendar.France;
        var commands = new ProjectCommands(
            store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, calendar), new CoordinatorSelector(store.Directory, store.Index, calendar),
            new NoProjectSignal(), time);
        await act(store, commands);
    }

    /// <summary>The outbox entries of a project's mails, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> GetMails(string project)
    {
        IReadOnlyList<OutboxEntry> mails = [];
        await WithStore(async (store, _) => mails = await GetMails(store, project));
        return mails;
    }

    public static async Task<IReadOnlyList<OutboxEntry>> GetMails(SqliteStore store, string project) =>
        [.. (await store.Projects.LoadMessages(project, pendingOnly: false)).Where(entry => entry.Message.Kind != MessageKind.Webhook)];

    public async Task<Project> GetProject(string id)
    {
        Project? project = null;
        await WithStore(async (store, _) => project = (await store.Projects.Load(id))!.Project);
        return project!;
    }

    public void Dispose() => Directory.Delete(FolderPath, recursive: true);

    /// <summary>A company posts a project on the first day.</summary>
    static async Task Submit(ProjectCommands commands, SampleClient client)
    {
        var id = client.Project;
        var submit = new Submit(id, $"C-{id}", ClientType.Company, client.Language, "site-web", true, Evidence.None, null, Start, null);
        var dossier = new Dossier(
            id, $"C-{id}", client.Title, null, "site-web", client.Name, client.Company, client.Mail, "+33199001234", null, null, null, id, "salt");
        Assert.IsType<CommandResult.Succeeded>(await commands.Submit(submit, dossier));
    }

    static async Task RecordCall(ProjectCommands commands, SampleClient client, CallOutcome outcome)
    {
        Instant? agreedAt = outcome == CallOutcome.CallBack ? Tomorrow : null;
        Assert.IsType<CommandResult.Succeeded>(await commands.Record(
            client.Project, new RecordCall(outcome, Start, AgreedAt: agreedAt), new Actor(Role.Coordinator, Camille)));
    }

    /// <summary>Lets time pass from one due project to the next until the host's start. Nothing is delivered.</summary>
    async Task AdvanceToNow(SqliteStore store, ProjectCommands commands, IReadOnlyCollection<string> projects)
    {
        while (await FindNextDue(store, projects) is (var project, var dueAt))
        {
            time.SetUtcNow(dueAt.ToDateTimeOffset());
            await commands.Advance(project);
        }
    }

    static async Task<(string Project, Instant DueAt)?> FindNextDue(SqliteStore store, IReadOnlyCollection<string> projects)
    {
        (string Project, Instant DueAt)? next = null;
        foreach (var id in projects)
        {
            if ((await store.Projects.Load(id))!.Project.WakeAt is { } wakeAt && wakeAt < Now && (next is null || wakeAt < next.Value.DueAt))
            {
                next = (id, wakeAt);
            }
        }

        return next;
    }
}
