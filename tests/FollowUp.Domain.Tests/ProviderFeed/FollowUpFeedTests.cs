using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.ProviderFeed;

/// <summary>Product page, "Follow-up feed": each fact is published or withheld, and who is who is never told.</summary>
public class FollowUpFeedTests
{
    static readonly FeedAudience Reader = new("PR-1", Language.French, words => words.Text, PersonalDataMasker.Create("Jeanne Roux", null, ["PR-2"]));
    static readonly Command Withholds = new ShareFact(SharedFact.LastContact, Published: false);

    static Story Posted => Story.Begin(A.CompanyProject.Submission with { Deadline = Paris.Day("2027-06-01") }, Policy.Default, Paris.At(A.Monday));

    static Story InFollowUp => Posted.WhenDue().Calls(CallOutcome.Serious);

    static ProjectFeed Feed(Story story) => FollowUpFeed.Create(story.Project, story.Timeline, Reader, story.Now);

    static Story Withheld(Story story, params SharedFact[] facts) =>
        facts.Aggregate(story, (s, fact) => s.Gives(new ShareFact(fact, Published: false), Who.Camille));

    [Fact]
    public void Feed_holds_the_facts_of_the_project()
    {
        var story = InFollowUp.After(Duration.FromDays(1)).ClientSays(ClientAnswer.StillLooking);
        var feed = Feed(story);
        Assert.Equal(
            ("P-1001", Phase.InFollowUp, story.Now, "cherche toujours", Paris.Day("2027-06-01")),
            (feed.ProjectId, feed.Phase!.Value, feed.LastContact!.Value, feed.ClientSays, feed.ExpectedDate!.Value));
        Assert.Empty(feed.Notes);
    }

    [Fact]
    public void Withheld_fact_is_null_and_the_others_are_not()
    {
        var story = InFollowUp.ClientSays(ClientAnswer.StillLooking);
        Assert.Null(Feed(Withheld(story, SharedFact.Phase)).Phase);
        Assert.Null(Feed(Withheld(story, SharedFact.LastContact)).LastContact);
        Assert.Null(Feed(Withheld(story, SharedFact.ClientSays)).ClientSays);
        Assert.Null(Feed(Withheld(story, SharedFact.ExpectedDate)).ExpectedDate);
        Assert.NotNull(Feed(Withheld(story, SharedFact.ExpectedDate)).ClientSays);
    }

    [Fact]
    public void A_new_project_withholds_what_the_department_does_not_publish_until_its_coordinator_does()
    {
        var policy = Policy.Default with { WithheldFromStart = [SharedFact.LastContact, SharedFact.ClientSays] };
        var story = Story.Begin(A.CompanyProject.Submission with { Deadline = Paris.Day("2027-06-01") }, policy, Paris.At(A.Monday))
            .WhenDue().Calls(CallOutcome.Serious).ClientSays(ClientAnswer.StillLooking);

        Assert.Equal((Phase.InFollowUp, null, null, Paris.Day("2027-06-01")), (Feed(story).Phase, Feed(story).LastContact, Feed(story).ClientSays, Feed(story).ExpectedDate));
        Assert.Equal("cherche toujours", Feed(story.Gives(new ShareFact(SharedFact.ClientSays, Published: true), Who.Camille)).ClientSays);
    }

    [Fact]
    public void Latest_answer_counts_by_link_and_by_phone()
    {
        var talking = InFollowUp.ClientSays(ClientAnswer.StillLooking).After(Duration.FromDays(1)).Calls(CallOutcome.TalkingTo, "PR-1");
        Assert.Equal("en discussion avec vous", Feed(talking).ClientSays);
        Assert.Equal("cherche toujours", Feed(talking.After(Duration.FromDays(1)).ClientSays(ClientAnswer.StillLooking)).ClientSays);
        Assert.Equal("en discussion avec vous", Feed(talking.After(Duration.FromDays(1)).Calls(CallOutcome.DoNotCall)).ClientSays);
        Assert.Null(Feed(InFollowUp).ClientSays);
    }

    [Theory]
    [InlineData(ClientAnswer.TalkingTo, "PR-1", "en discussion avec vous")]
    [InlineData(ClientAnswer.TalkingTo, "PR-2", "en discussion avec un prestataire")]
    [InlineData(ClientAnswer.Chose, "PR-1", "vous a choisi")]
    [InlineData(ClientAnswer.Chose, "PR-2", "a choisi un prestataire")]
    [InlineData(ClientAnswer.CallMe, null, "souhaite être appelé")]
    public void Another_provider_is_not_named(ClientAnswer answer, string? provider, string says) => Assert.Equal(says, Reader.DescribeAnswer(answer, provider, null));

    [Fact]
    public void Every_answer_reads_differently_and_in_both_languages()
    {
        var english = Reader with { Language = Language.English };
        var all = Enum.GetValues<ClientAnswer>().SelectMany(a => new[] { Reader.DescribeAnswer(a, "PR-1", Paris.Day("2027-02-01")), english.DescribeAnswer(a, "PR-1", Paris.Day("2027-02-01")) }).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Contains("pas maintenant, à relancer le lundi 1er février 2027", all);
        Assert.Equal("pas maintenant", Reader.DescribeAnswer(ClientAnswer.NotNow, null, null));
    }

    [Fact]
    public void Shared_notes_are_masked_and_internal_notes_are_left_out()
    {
        var story = InFollowUp
            .Gives(new AddNote(new FreeText("Madame Roux veut voir PR-2"), Visibility.Shared), Who.Camille)
            .Gives(new AddNote(new FreeText("client difficile"), Visibility.Internal), Who.Camille)
            .Gives(new AddNote(new FreeText(null, "erased"), Visibility.Shared), Who.Camille);
        Assert.Equal([new SharedNote(story.Now, "Madame […] veut voir […]")], Feed(story).Notes);
    }

    [Fact]
    public void Feed_is_updated_only_by_what_the_reader_may_see()
    {
        var begun = InFollowUp;
        var later = begun.After(Duration.FromDays(1));
        Assert.Equal(Paris.At(A.Monday), Feed(Posted.WhenDue().Calls(CallOutcome.NoAnswer)).UpdatedAt);
        Assert.Equal(begun.Now, Feed(later.Calls(CallOutcome.NoAnswer)).UpdatedAt);
        Assert.Equal(begun.Now, Feed(later.Gives(new AddNote(new FreeText("x"), Visibility.Internal), Who.Camille)).UpdatedAt);
        Assert.Equal(later.Now, Feed(later.Gives(new AddNote(new FreeText("x"), Visibility.Shared), Who.Camille)).UpdatedAt);
        Assert.Equal(later.Now, Feed(later.Gives(Withholds, Who.Camille)).UpdatedAt);
        Assert.Equal(later.Now, Feed(later.Calls(CallOutcome.StillLooking)).UpdatedAt);
        Assert.Equal(later.Now, Feed(later.ClientSays(ClientAnswer.StillLooking)).UpdatedAt);
        foreach (var sign in new Command[] { new CorrectNumber(), new GiveInformation(new FreeText("x")), new ReportReply(new FreeText("x"), later.Now) })
        {
            Assert.Equal(later.Now, Feed(later.Gives(sign, Who.Jeanne)).UpdatedAt);
        }

        Assert.Equal(later.Now, Feed(later.Gives(new ReportSignal(SignalKind.Message, null, later.Now), Who.Website)).UpdatedAt);
    }

    [Fact]
    public void What_is_withheld_makes_no_news()
    {
        var hidden = Withheld(InFollowUp, SharedFact.Phase, SharedFact.LastContact);
        var later = hidden.After(Duration.FromDays(1));
        Assert.Equal(hidden.Now, Feed(later.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille)).UpdatedAt);
        Assert.Equal(hidden.Now, Feed(later.Gives(new CorrectNumber(), Who.Jeanne)).UpdatedAt);
        Assert.Equal(later.Now, Feed(later.ClientSays(ClientAnswer.StillLooking)).UpdatedAt);
        var silent = Withheld(hidden, SharedFact.ClientSays).After(Duration.FromDays(1));
        Assert.Equal(hidden.Now, Feed(silent.ClientSays(ClientAnswer.StillLooking)).UpdatedAt);
    }

    [Theory]
    [InlineData(typeof(ProjectValidated))]
    [InlineData(typeof(WentDormant))]
    [InlineData(typeof(Woke))]
    [InlineData(typeof(ClosingUndone))]
    public void A_phase_that_changes_is_news(Type change)
    {
        var happened = (Event)Activator.CreateInstance(change)!;
        var at = Paris.At("2030-01-07 10:00 +01");
        RecordedEvent Record(long seq, Instant when, Event what) => new(seq, when, Role.System, "time", what);
        Assert.Equal(
            at, FollowUpFeed.Create(InFollowUp.Project, [Record(1, Paris.At(A.Monday), new QuarterPassed(1)), Record(2, at, happened)], Reader, at).UpdatedAt);
        Assert.Equal(
            Paris.At(A.Monday), FollowUpFeed.Create(Withheld(InFollowUp, SharedFact.Phase).Project, [Record(1, at, happened)], Reader, at).UpdatedAt);
    }

    [Fact]
    public void Closing_by_staff_is_told_once_it_can_no_longer_be_taken_back()
    {
        var closed = InFollowUp.After(Duration.FromHours(1)).Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille);
        Assert.Equal(Phase.InFollowUp, Feed(closed.After(Duration.FromMinutes(9))).Phase);
        Assert.Equal(InFollowUp.Now, Feed(closed.After(Duration.FromMinutes(9))).UpdatedAt);
        Assert.Equal((Phase.Dead, closed.Now), (Feed(closed.After(Duration.FromMinutes(10))).Phase!.Value, Feed(closed.After(Duration.FromMinutes(10))).UpdatedAt));
        Assert.Equal(Phase.Dead, Feed(InFollowUp.ClientSays(ClientAnswer.GaveUp)).Phase);
    }

    [Fact]
    public void What_was_taken_back_is_not_told()
    {
        var heard = InFollowUp.After(Duration.FromHours(1)).Gives(
            new RecordCall(CallOutcome.TalkingTo, InFollowUp.Now, "PR-1", Note: new AddNote(new FreeText("visite"), Visibility.Shared)), Who.Camille);
        Assert.NotNull(Feed(heard).ClientSays);
        Assert.Single(Feed(heard).Notes);
        var undone = Feed(heard.After(Duration.FromMinutes(1)).Gives(new Undo(), Who.Camille));
        Assert.Null(undone.ClientSays);
        Assert.Empty(undone.Notes);
        var noted = InFollowUp.After(Duration.FromHours(1)).Gives(new AddNote(new FreeText("bientôt"), Visibility.Shared), Who.Camille);
        Assert.Empty(Feed(noted.After(Duration.FromMinutes(1)).Gives(new Undo(), Who.Camille)).Notes);
    }

    [Fact]
    public void Feed_since_an_instant_holds_only_newer_notes()
    {
        var noted = InFollowUp.Gives(new AddNote(new FreeText("un"), Visibility.Shared), Who.Camille);
        var again = noted.After(Duration.FromDays(1)).Gives(new AddNote(new FreeText("deux"), Visibility.Shared), Who.Camille);
        Assert.Equal(["un", "deux"], Feed(again).Since(noted.Now)!.Notes.Select(n => n.Text));
        Assert.Equal(["deux"], Feed(again).Since(noted.Now + Duration.Epsilon)!.Notes.Select(n => n.Text));
        Assert.NotNull(Feed(again).Since(again.Now));
        Assert.Null(Feed(again).Since(again.Now + Duration.Epsilon));
    }
}
