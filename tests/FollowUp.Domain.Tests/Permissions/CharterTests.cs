using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Permissions;

/// <summary>The table "Who may do what" of the product page, row by row.</summary>
public class CharterTests
{
    static readonly Command[] AllCommands =
    [
        new RecordCall(CallOutcome.NoAnswer, Paris.At(A.Monday)), new AddNote(new FreeText("note"), Visibility.Internal),
        new Snooze(Paris.Day("2027-01-25"), null, true), new SendGoodChances("PR-1"), new DeclineGoodChances("PR-1"), new Assign(Who.Yanis.Id),
        new Close(Outcome.Dead(DeathReason.Duplicate)), new Reopen(null), new Undo(), new AnswerQuestion("Q-1", new FreeText("oui")),
        new Approve(true), new TakeOver(true), new ShareFact(SharedFact.Phase, false), new WithdrawNote(2),
        new RecordProviderCall("PR-1", true, new FreeText("vu"), CallDirection.Outbound, Visibility.Internal), new HandOverProvider("H-1", "PR-1", new FreeText("devis")),
        new AnswerRelaunch(ClientAnswer.StillLooking), new PickCallBack(Paris.At("2026-11-24 11:00 +01")), new CorrectNumber(), new CorrectLastCall(new RecordCall(CallOutcome.Busy, Paris.At(A.Monday))),
        new GiveInformation(new FreeText("4 000 €")), new ReportReply(new FreeText("oui"), Paris.At(A.Monday)), new OptOut(Channel.Mail),
        new RecordConsent(ConsentScope.Later, true, Paris.At(A.Monday)), new CorrectContact(true, true), new WriteToClient(new FreeText("Objet")),
        new ReportProjectChange(ChangedFields.Title, "site-web", null, Evidence.None), new ReportClientChange(ChangedFields.Phone, null),
        new ReportProviderAction("PR-1", ProviderActionKind.Quote, Paris.At(A.Monday)),
        new ReportSignal(SignalKind.Message, null, Paris.At(A.Monday)), new AskQuestion("Q-1", "PR-1", new FreeText("?")),
        new AdvanceTime(), new AssignByRules(Who.Yanis.Id, null), new SetStandIn(Who.Yanis.Id), new AskTakeOver(Who.Yanis.Id), new ReportMailRefused(false), new ReportMailWorks(), new Erase(),
    ];

    static readonly Actor[] AllActors =
        [Who.Camille, Who.Yanis, Who.YanisForCamille, Who.Nadia, Who.Simon, Who.Jeanne, Who.Stranger, Who.Provider, Who.Website, Who.Time];

    public static TheoryData<string> Commands => [.. AllCommands.Select(c => c.GetType().Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_is_allowed_as_the_table_says(string name)
    {
        var (command, project) = (AllCommands.Single(c => c.GetType().Name == name), A.CompanyProject.InFollowUp.Project);
        foreach (var actor in AllActors)
        {
            Assert.Equal(
                (actor.Id, PermissionTable.GetRefusal(command, actor, project)), (actor.Id, Charter.GetRefusal(project, command, actor)?.Code));
        }
    }

    [Fact]
    public void Every_command_has_a_row_in_the_table() => Assert.Equal(
        typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract && t != typeof(Submit)).Select(t => t.Name).Order(),
        AllCommands.Select(c => c.GetType().Name).Order());

    [Fact]
    public void Only_the_website_submits() =>
        Assert.All(AllActors, actor => Assert.Equal(
            actor.Role == Role.Website ? null : "not-allowed",
            Decider.Decide(null, A.CompanyProject.Submission, actor, Policy.Default, Paris.At(A.Monday)).Refusal?.Code));

    [Fact]
    public void Stand_in_and_absent_coordinator_may_both_follow_a_project()
    {
        var absent = A.CompanyProject.AwaitingValidation.Gives(new SetStandIn(Who.Yanis.Id), Who.Time).WhenDue();
        absent.Gives(new AddNote(new FreeText("vu"), Visibility.Internal), Who.Yanis).Happened(typeof(NoteAdded));
        absent.Calls(CallOutcome.Serious).Is(Phase.InFollowUp);
    }

    [Fact]
    public void Project_without_a_coordinator_is_open_to_every_coordinator()
    {
        var orphan = Story.Begin(A.CompanyProject.Submission with { Coordinator = null }, Policy.Default, Paris.At(A.Monday));
        orphan.Gives(new Assign(Who.Yanis.Id), Who.Yanis).Happened(typeof(CoordinatorAssigned));
    }

    [Fact]
    public void Refusal_has_a_code_and_two_sentences_and_changes_nothing()
    {
        var before = A.CompanyProject.InFollowUp;
        var after = before.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Simon);
        Assert.Equal(RefusalKind.Forbidden, after.Last.Refusal!.Kind);
        Assert.Contains("commerciaux", after.Last.Refusal.Sentence.French, StringComparison.Ordinal);
        Assert.Contains("Sales", after.Last.Refusal.Sentence.English, StringComparison.Ordinal);
        Assert.True(after.Last.Events.IsEmpty);
        Assert.Equal(before.Project.Version, after.Project.Version);
    }

    [Fact]
    public void Every_refusal_has_its_own_code_and_a_sentence_in_both_languages()
    {
        var refusals = typeof(Refusals).GetFields().Select(f => (Refusal)f.GetValue(null)!).ToList();
        Assert.Equal(refusals.Count, refusals.Select(r => r.Code).Distinct().Count());
        Assert.All(refusals, r => Assert.Matches("^[a-z-]+$", r.Code));
        Assert.All(refusals, r => Assert.False(string.IsNullOrWhiteSpace(r.Sentence.French) || string.IsNullOrWhiteSpace(r.Sentence.English)));
        Assert.All(refusals, r => Assert.DoesNotContain('\'', r.Sentence.French + r.Sentence.English));
    }

    [Fact]
    public void Only_sales_and_strangers_are_forbidden_the_rest_are_conflicts() => Assert.Equal(
        ["NotAllowed", "NotYourProject", "SalesDoNotFollowUp"],
        typeof(Refusals).GetFields().Where(f => ((Refusal)f.GetValue(null)!).Kind == RefusalKind.Forbidden).Select(f => f.Name).Order());
}
