using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Recovery;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Local.Demo;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using NodaTime;

namespace FollowUp.Local.Tests.Recovery;

/// <summary>Which rights of persons an export of the audit holds, and what they do in a restored store. All persons are invented.</summary>
public sealed class PersonRightsTests : IDisposable
{
    static readonly Instant Start = WorkingCalendar.France.At(new LocalDate(2026, 11, 23), new LocalTime(10, 0));
    static readonly Actor Client = Actor.Client("C-1");
    static readonly Actor Manager = new(Role.Manager, "nadia@demo.example");

    readonly string folder = Directory.CreateTempSubdirectory("followup-rights-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_refusal_that_a_reopening_took_back_is_not_applied_again()
    {
        Assert.Empty(await RightsAfter(
            (0, new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Client),
            (60, new Reopen(FreeText.CreateOrNull("Rappelle d’elle-même")), Manager)));
    }

    [Fact]
    public async Task A_refusal_that_was_undone_is_not_applied_again()
    {
        Assert.Empty(await RightsAfter(
            (0, new RecordCall(CallOutcome.RefusesContact, Start), Manager),
            (5, new Undo(), Manager)));
    }

    [Fact]
    public async Task A_refusal_whose_reopening_was_undone_is_applied_again()
    {
        Assert.Equal([PersonRightKind.NoContact], await RightsAfter(
            (0, new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Client),
            (60, new Reopen(FreeText.CreateOrNull("Rappelle d’elle-même")), Manager),
            (65, new Undo(), Manager)));
    }

    [Fact]
    public async Task A_withdrawn_consent_is_known_until_it_is_given_again()
    {
        var withdrawn = new RecordConsent(ConsentScope.Later, Given: false, Start + Duration.FromMinutes(1));
        Assert.Equal([PersonRightKind.NoCallsLater], await RightsAfter((2, withdrawn, Client)));
        Assert.Empty(await RightsAfter((2, withdrawn, Client), (4, withdrawn with { Given = true, At = Start + Duration.FromMinutes(3) }, Client)));
    }

    [Fact]
    public async Task A_consent_that_was_withdrawn_after_the_backup_is_withdrawn_in_the_restored_store()
    {
        using var lost = Open("lost");
        var time = new AdjustableTimeProvider(Start);
        await Submit(lost, time);
        using var restored = Open("restored");
        await Submit(restored, time);
        time.Set(Start + Duration.FromMinutes(2));
        await Commands(lost, time).Record("P-1", new RecordConsent(ConsentScope.Request, Given: false, time.Now), Client, cancellation: Cancellation);
        var rights = await new PersonRightsLog(lost.Projects).Read(Instant.MinValue, Cancellation).ToArrayAsync(Cancellation);

        time.Set(Start + Duration.FromHours(3));
        var eraser = new PersonEraser(Commands(restored, time), restored.Projects, restored.Index, restored.Complaints, [restored.Mailbox]);
        await new PersonRightsReplay(restored.Projects, Commands(restored, time), eraser).Apply([.. rights], Cancellation);

        Assert.False((await restored.Projects.Load("P-1", Cancellation))!.Project.Contact.MayCall);
    }

    async Task<IEnumerable<PersonRightKind>> RightsAfter(params (int Minutes, Command Command, Actor Actor)[] commands)
    {
        using var store = Open(Path.GetRandomFileName());
        var time = new AdjustableTimeProvider(Start);
        await Submit(store, time);
        foreach (var (minutes, command, actor) in commands)
        {
            time.Set(Start + Duration.FromMinutes(minutes));
            Assert.IsType<CommandResult.Succeeded>(await Commands(store, time).Record("P-1", command, actor));
        }

        return (await new PersonRightsLog(store.Projects).Read(Instant.MinValue, Cancellation).ToArrayAsync()).Select(right => right.Kind);
    }

    static async Task Submit(IStore store, TimeProvider time)
    {
        var submit = new Submit(
            "P-1", "C-1", ClientType.Person, Language.French, "site-web", MayCall: true, Evidence.None, Deadline: null, Start - Duration.FromHours(1), Coordinator: null);
        var dossier = new Dossier(
            "P-1", "C-1", "Site vitrine", Description: null, "site-web", "Jeanne Roy", Company: null, "jeanne@roy.example", Phone: null, ConsentToCall: null,
            Budget: null, Deadline: null, SubmissionDigest: "digest", Salt: "salt");
        Assert.IsType<CommandResult.Succeeded>(await Commands(store, time).Submit(submit, dossier));
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    SqliteStore Open(string name)
    {
        Directory.CreateDirectory(Path.Combine(folder, name));
        return SqliteStore.Open(Path.Combine(folder, name, "followup.db"));
    }

    static ProjectCommands Commands(IStore store, TimeProvider time) => new(
        store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, WorkingCalendar.France),
        new CoordinatorSelector(store.Directory, store.Index, WorkingCalendar.France), new ProjectSignal(), time);
}
