using FollowUp.Application.People;
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
/// A department's folder, written by the real desk on a Tuesday, while no host runs. The host starts nine days later, on a Thursday at ten
/// in Paris, and sends what is due since then. In these nine days, a weekend and a holiday (11 November) included, a first relaunch comes
/// due and a second one does not.
/// </summary>
sealed class DepartmentFolder : IDisposable
{
    public const string Camille = "camille@department.example";

    static readonly Instant Now = Instant.FromUtc(2026, 11, 19, 9, 0);
    static readonly Instant Start = Now - Duration.FromDays(9);
    static readonly long Begun = TimeProvider.System.GetTimestamp();

    readonly FakeTimeProvider time = new(Start.ToDateTimeOffset());
    readonly string folder = Directory.CreateTempSubdirectory("followup-smtp-").FullName;

    public string FolderPath => folder;

    /// <summary>When a host that starts now starts: a second one starts as much later as it starts in fact.</summary>
    public static Instant HostStart => Now + Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(Begun));

    /// <summary>The folder opened for a moment, also beside a host that serves it.</summary>
    public async Task WithStore(Func<SqliteStore, ProjectCommands, Task> act)
    {
        using var store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        var calendar = WorkingCalendar.France;
        var desk = new ProjectCommands(
            store.Projects, store.Audit, new PolicyLoader(store.Directory, calendar), new CoordinatorSelector(store.Directory, store.Index, calendar),
            new NoSignal(), time);
        await act(store, desk);
    }

    public Task AddStaff(string name = "Camille Besnard") => WithStore(async (store, _) =>
        await store.Directory.PutStaff(new Staff(Camille, name, Role.Coordinator, [Language.French], 10_000)));

    /// <summary>A company posted a project, and nothing was done yet.</summary>
    public static async Task SubmitProject(ProjectCommands desk, SampleClient client)
    {
        var id = client.Project;
        var submit = new Submit(
            id, $"C-{id}", ClientType.Company, client.Language, "site-web", true, Evidence.None, null, Start, null);
        var dossier = new Dossier(
            id, $"C-{id}", client.Title, null, "site-web", client.Name, client.Company, client.Mail, "+33199001234", null, null, null, id, "salt");
        Assert.IsType<CommandResult.Succeeded>(await desk.Submit(submit, dossier));
    }

    public static async Task RecordCallOutcome(ProjectCommands desk, SampleClient client, CallOutcome outcome, Instant? agreedAt = null) =>
        Assert.IsType<CommandResult.Succeeded>(await desk.Record(
            client.Project, new RecordCall(outcome, Start, AgreedAt: agreedAt), new Actor(Role.Coordinator, Camille)));

    /// <summary>An agreement for a day to come.</summary>
    public static Instant Tomorrow => Now + Duration.FromDays(1);

    /// <summary>Time passes until now, and what it decides on the way is written down; nobody delivers.</summary>
    public async Task AdvanceToNow(SqliteStore store, ProjectCommands desk, SampleClient client)
    {
        while ((await store.Projects.Load(client.Project))!.Project.WakeAt is { } wake && wake < Now)
        {
            time.SetUtcNow(wake.ToDateTimeOffset());
            await desk.Advance(client.Project);
        }
    }

    /// <summary>How far each mail of a project is, oldest first.</summary>
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

    public void Dispose() => Directory.Delete(folder, recursive: true);

    sealed class NoSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}

sealed record SampleClient(string Project, string Mail, string Name = "Jeanne Martin", string? Company = null, string Title = "Refonte du site vitrine")
{
    public Language Language { get; init; } = Language.French;
}
