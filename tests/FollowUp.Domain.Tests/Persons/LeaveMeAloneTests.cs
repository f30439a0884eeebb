using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Persons;

/// <summary>"Leave me alone" closes the project that it was said about, stops the relaunches of the others and asks staff about each.</summary>
public class LeaveMeAloneTests
{
    static readonly PersonStory Two = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1").Posts("P-2")
        .At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.Serious, "call-1").Calls("P-2", CallOutcome.Serious, "call-1").AllLook();

    static readonly PersonStory Alone = Two.At("2026-11-25 10:00 +01").Gives("P-1", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne).AllLook();

    [Fact]
    public void Staff_are_asked_about_the_other_project()
    {
        Alone.NextIs("P-2", ActionKind.Approve, "2026-11-27 10:00 +01");
        Assert.Equal(DeathReason.RefusedContact, Alone["P-1"].Outcome!.Reason);
        Assert.Equal(ReasonCode.LeftAloneElsewhere, Alone["P-2"].Next!.Why.Code);
        Assert.Equal([new PendingContinuation()], PendingDecision.GetPending(Alone["P-2"]));
    }

    [Fact]
    public void Time_neither_relaunches_nor_closes_it()
    {
        var story = Alone;
        for (var days = 0; days < 900; days += 30)
        {
            story = story.After(Duration.FromDays(30)).Looks("P-2");
            Assert.True(story["P-2"].IsOpen);
            Assert.Equal(ActionKind.Approve, story["P-2"].Next!.Kind);
        }

        Assert.DoesNotContain(story.Timelines["P-2"], e => e.Event is RelaunchMailed or LightMailSent or WentDormant);
        Assert.Contains(story.Timelines["P-2"], e => e.Event is DecisionOverdue);
    }

    [Fact]
    public void Relaunch_that_waits_to_be_sent_is_obsolete()
    {
        var relaunched = Two.At("2026-11-26 11:00 +01").Looks("P-2");
        var mail = MessagePolicy.CreateMessages(relaunched["P-2"], relaunched.Last.Events, relaunched.Policy).Single(m => m.To == RecipientKind.Client);
        Assert.Null(MessagePolicy.GetObsoleteReason(relaunched["P-2"], mail));

        var alone = relaunched.Gives("P-1", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne).AllLook();
        Assert.Equal("left-alone", MessagePolicy.GetObsoleteReason(alone["P-2"], mail));
    }

    [Fact]
    public void Call_meanwhile_is_flagged() => Alone.At("2026-11-26 11:00 +01").Calls("P-2", CallOutcome.NoAnswer).LastCallWasOutside(true);

    [Fact]
    public void Staff_close_it_and_nothing_is_asked_about_the_third_again()
    {
        var third = Two.Posts("P-3").After(Duration.FromHours(1)).Gives("P-1", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne).AllLook()
            .After(Duration.FromHours(1)).Gives("P-3", new Approve(false), Who.Camille)
            .After(Duration.FromHours(1)).Gives("P-2", new Approve(true), Who.Camille).AllLook();
        Assert.Equal(DeathReason.RefusedContact, third["P-2"].Outcome!.Reason);
        Assert.False(third["P-3"].IsContinuationPending);
        Assert.Single(third.Person.Objections, o => o.Kind == ObjectionKind.AllContact);
    }

    [Fact]
    public void Client_who_says_it_about_the_second_project_too_is_asked_about_for_the_third()
    {
        var third = Two.Posts("P-3").After(Duration.FromHours(1)).Gives("P-1", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne).AllLook()
            .After(Duration.FromHours(1)).Gives("P-3", new Approve(false), Who.Camille)
            .After(Duration.FromHours(1)).Gives("P-2", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne).AllLook();
        Assert.True(third["P-3"].IsContinuationPending);
    }

    [Fact]
    public void Staff_go_on_and_the_cadence_counts_from_then()
    {
        var confirmed = Alone.At("2026-12-07 10:00 +01").Gives("P-2", new Approve(false), Who.Camille).AllLook();
        Assert.Equal(ActionKind.Mail, confirmed["P-2"].Next!.Kind);
        Assert.Equal(new LocalDate(2026, 12, 10), confirmed.Policy.Calendar.DateOf(confirmed["P-2"].Next!.DueAt));
        Assert.Null(confirmed["P-2"].Contact.LeftAloneSince);
    }

    [Fact]
    public void Sign_of_life_on_it_answers_the_question()
    {
        var heard = Alone.After(Duration.FromHours(3)).Gives("P-2", new AnswerRelaunch(ClientAnswer.StillLooking), Who.Jeanne);
        Assert.False(heard["P-2"].IsContinuationPending);
        Assert.Equal(ActionKind.Mail, heard["P-2"].Next!.Kind);
    }

    [Fact]
    public void Undone_closing_takes_the_question_back()
    {
        var undone = Alone.After(Duration.FromMinutes(2)).Gives("P-1", new Undo(), Who.Jeanne).AllLook();
        Assert.Equal(Two["P-2"].Next!.DueAt, undone["P-2"].Next!.DueAt);
        Assert.False(undone["P-2"].IsContinuationPending);
    }

    [Fact]
    public void New_project_is_posted_without_a_question() =>
        Assert.False(Alone.After(Duration.FromDays(1)).Posts("P-4").AllLook()["P-4"].IsContinuationPending);

    [Fact]
    public void Project_that_an_earlier_version_left_without_a_question_gets_it_at_the_next_look()
    {
        var contact = Two["P-2"].Contact with { LeftAloneSince = Alone["P-2"].Contact.LeftAloneSince };
        var old = Alone with { Projects = Alone.Projects.SetItem("P-2", Two["P-2"] with { Contact = contact }) };
        Assert.True(old.Looks("P-2")["P-2"].IsContinuationPending);
        old.Looks("P-2").NextIs("P-2", ActionKind.Approve, "2026-11-27 10:00 +01");
    }
}
