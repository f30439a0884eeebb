using System.Text.Json.Nodes;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Tests.Serialization;

/// <summary>
/// The file holds a line for each form in which a snapshot was ever stored: first one line for each of <see cref="Stories"/>, in their order.
/// A line is never changed or removed. A change of the form appends lines: FOLLOWUP_WRITE_EVENTS=1 writes them.
/// </summary>
public class StoredProjectsTests
{
    static readonly string Lines = Repository.File("tests/FollowUp.Application.Tests/Stored/projects.jsonl");

    static readonly Story[] Stories = [.. new[] { A.CompanyProject, A.PersonProject }.SelectMany(CreateStories), .. CreateOtherStories()];

    static readonly PersonStory LeftAlone = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1001").Posts("P-1002")
        .At("2026-11-23 11:00 +01").Calls("P-1001", CallOutcome.Serious, "call-1").Calls("P-1002", CallOutcome.Serious, "call-1").AllLook()
        .At("2026-11-25 10:00 +01").Gives("P-1001", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne).AllLook();

    /// <summary>Projects with fields that came later. Their lines stand after those of <see cref="Stories"/>.</summary>
    static readonly Project[] LaterProjects =
    [
        A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.WrongNumber).Project,
        A.CompanyProject.InFollowUp.Gives(new AddNote(new FreeText("vu"), Visibility.Internal), Who.Camille).Project,
        A.CompanyProject.CallAgreed.Wakes(3).Project,
        A.CompanyProject.InformationAsked.Wakes(3).Project,
        Story.Begin(A.PersonProject.Submission with { TimeZone = "America/Guadeloupe" }, Policy.Default, Paris.At(A.Monday)).Project,
        Story.Begin(A.CompanyProject.Submission with { SoleTrader = true }, Policy.Default, Paris.At(A.Monday)).Project,
        LeftAlone["P-1002"],
        LeftAlone.Gives("P-1002", new Approve(false), Who.Camille)["P-1002"],
        A.CompanyProject.Dead.After(Duration.FromDays(30)).Gives(new ReportSignal(SignalKind.Message, null, Paris.At(A.Monday) + Duration.FromDays(30)), Who.Website).Project,
        A.CompanyProject.InFollowUp.Gives(new AddNote(new FreeText("vu"), Visibility.Shared), Who.Camille).Project,
    ];

    [Fact]
    public void Stored_snapshot_opens_as_the_state_of_its_story()
    {
        // A story that other rules lead elsewhere today has its own line further down.
        var told = Stories.Join(File.ReadLines(Lines), story => RecordJson.Write(story.Project), line => line, (story, line) => (story, line)).ToList();
        Assert.Equal(Stories.Select(s => RecordJson.Write(s.Project)).Distinct().Count(), told.DistinctBy(t => t.line).Count());
        Assert.All(told, pair => Assert.True(RecordJson.ReadProject(pair.line).IsSameAs(pair.story.Project), pair.line));
    }

    [Fact]
    public void Stored_snapshot_is_the_same_after_it_is_written_again() => Assert.All(File.ReadLines(Lines), line =>
    {
        var project = RecordJson.ReadProject(line);
        Assert.True(RecordJson.ReadProject(RecordJson.Write(project)).IsSameAs(project), line);
    });

    [Fact]
    public void Closing_that_an_earlier_version_stored_can_be_undone()
    {
        var closed = File.ReadLines(Lines).Select(RecordJson.ReadProject).Where(p => p is { IsOpen: false, UndoPoint: not null }).ToList();
        Assert.NotEmpty(closed);
        Assert.All(closed, p => Assert.True(Decider.Decide(p, new Undo(), Who.Nadia, Policy.Default, p.Closing!.At).After!.IsOpen));
    }

    [Fact]
    public void Snapshots_of_today_are_among_the_lines()
    {
        var known = File.Exists(Lines) ? File.ReadLines(Lines).ToHashSet() : [];
        var missing = Stories.Select(s => s.Project).Concat(LaterProjects).Select(RecordJson.Write).Where(line => !known.Contains(line)).ToList();
        if (Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_EVENTS") == "1") File.AppendAllLines(Lines, missing);
        else Assert.Empty(missing);
    }

    [Fact]
    public void Every_stored_field_is_in_some_line()
    {
        var all = File.ReadLines(Lines).SelectMany(line => JsonNode.Parse(line)!.AsObject().Select(field => field.Key)).Distinct().Count();
        Assert.Equal(typeof(ProjectSnapshot).GetProperties().Count(p => p.SetMethod is not null), all);
    }

    static IEnumerable<Story> CreateStories(Life life) =>
    [
        life.AwaitingValidation, life.Missed(2), life.LastMailSent, life.LastMailSent.Wakes(), life.LastMailSent.Wakes().Gives(new Undo(), Who.Nadia),
        life.InformationAsked, life.InformationGiven, life.AwaitingValidation.Snoozes("2027-01-25").Wakes(),
        life.InFollowUp, life.Relaunched(2), life.Warned, life.Dormant, life.Dormant.Wakes(3), life.ApprovalAsked,
        life.Snoozed, life.InFollowUp.Snoozes("2027-01-25", endsOnAnswer: false), life.CallAgreed, life.CallAgreed.Snoozes("2027-01-25"),
        life.Won, life.Dead, life.Snoozed.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille), life.Erased,
        life.Dead.Gives(new Undo(), Who.Camille), life.Dead.Gives(new Reopen(null), Who.Camille), life.InFollowUp.Calls(CallOutcome.DoNotCall),
    ];

    static IEnumerable<Story> CreateOtherStories()
    {
        var story = A.CompanyProject.InFollowUp.After(Duration.FromHours(1));
        var acted = story.Gives(new ReportProviderAction("PR-1", ProviderActionKind.Quote, story.Now), Who.Website);
        var asked = story.Gives(new AskQuestion("Q-1", "PR-1", new FreeText("?")), Who.Website);
        return
        [
            A.PersonWithoutConsent.AwaitingValidation, A.PersonWithoutConsent.LastMailSent, acted, acted.ClientSays(ClientAnswer.TalkingTo, "PR-1"),
            asked, asked.Gives(new AnswerQuestion("Q-1", new FreeText("oui")), Who.Camille),
            story.Gives(new ShareFact(SharedFact.Phase, Published: false), Who.Camille),
            story.Gives(new SetStandIn(Who.Yanis.Id), Who.Time), story.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time),
            story.Gives(new ReportSignal(SignalKind.Message, null, story.Now), Who.Website),
            A.CompanyProject.Dead.Gives(new ReportReply(new FreeText("oui"), story.Now), Who.Jeanne),
            Story.Begin(A.CompanyProject.Submission with { Deadline = Paris.Day("2027-03-31"), Evidence = Evidence.Budget }, Policy.Default, Paris.At(A.Monday)),
            A.PersonProject.InFollowUp.Gives(new RecordConsent(ConsentScope.Later, Given: true, story.Now), Who.Website),
        ];
    }
}
