using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>The client answers a mail in their own words.</summary>
public class ReplyTests
{
    static Story Replies(Story story) => story.Gives(new ReportReply(new FreeText("Je réfléchis encore."), story.Now), Who.Jeanne);

    [Fact]
    public void Reply_is_a_sign_of_life_and_is_passed_on_to_who_is_in_charge()
    {
        var replied = Replies(A.CompanyProject.Relaunched(2).After(Duration.FromDays(1))).Happened(typeof(ClientReplied)).Enqueues(MessageKind.ReplyReceived);
        Assert.Equal((0, replied.Now, Who.Camille.Id), (replied.Project.Cycle.UnansweredContacts, replied.Project.LastSignOfLife, replied.Messages[0].Recipient));
    }

    [Fact]
    public void Reply_ends_dormancy() => Replies(A.CompanyProject.Dormant).Is(Phase.InFollowUp);

    [Fact]
    public void It_is_the_information_that_was_asked_for() =>
        Replies(A.CompanyProject.InformationAsked.After(Duration.FromHours(3))).Is(Phase.AwaitingValidation, Stage.InformationGiven);

    [Fact]
    public void The_same_reply_again_is_no_second_sign_of_life()
    {
        var replied = Replies(A.CompanyProject.Relaunched(1));
        replied.After(Duration.FromHours(5)).Gives(new ReportReply(new FreeText("Je réfléchis encore."), replied.Now), Who.Jeanne).ChangesNothing();
    }

    [Fact]
    public void A_date_in_the_future_is_a_clock_that_is_wrong_and_the_same_reply_when_it_comes_again()
    {
        var story = A.CompanyProject.Relaunched(1).After(Duration.FromDays(1));
        var reply = new ReportReply(new FreeText("oui"), story.Now + Duration.FromDays(9));
        var replied = story.Gives(reply, Who.Jeanne);
        Assert.Equal(story.Now, replied.Project.LastSignOfLife);
        replied.After(Duration.FromHours(1)).Gives(reply, Who.Jeanne).ChangesNothing();
    }

    [Fact]
    public void Staff_record_a_reply_that_reached_them() =>
        A.CompanyProject.InFollowUp.Gives(new ReportReply(new FreeText("vu au salon"), Paris.At(A.Monday)), Who.Camille).Happened(typeof(ClientReplied));

    [Fact]
    public void It_waits_until_staff_do_something_about_it()
    {
        var replied = Replies(A.CompanyProject.Relaunched(1));
        Assert.Equal(replied.Now, replied.Project.ReplyWaitsSince);

        var again = Replies(replied.After(Duration.FromHours(5)).Gives(new Assign(Who.Yanis.Id), Who.Nadia));
        Assert.Equal(replied.Now, again.Project.ReplyWaitsSince);

        Assert.Null(again.Gives(new AddNote(new FreeText("Lu."), Visibility.Internal), Who.Yanis).Project.ReplyWaitsSince);
        Assert.Null(A.CompanyProject.InFollowUp.Gives(new ReportReply(new FreeText("vu"), Paris.At(A.Monday)), Who.Camille).Project.ReplyWaitsSince);
        Assert.Null(replied.Gives(new Erase(), Who.Jeanne).Project.ReplyWaitsSince);
    }

    [Fact]
    public void A_closed_project_hears_its_client_and_stays_closed()
    {
        var dead = Replies(A.CompanyProject.Dead.After(Duration.FromDays(30))).IsDead(DeathReason.Abandoned).Enqueues(MessageKind.ReplyReceived);
        Assert.Equal(dead.Now, dead.Project.LastSignOfLife);
        Replies(A.CompanyProject.Erased).IsRefused("erased");
    }

    [Fact]
    public void Whoever_read_a_reply_to_a_closed_project_notes_that_and_nothing_else_is_noted_there()
    {
        var read = new AddNote(new FreeText("Lu."), Visibility.Internal);
        A.CompanyProject.Dead.Gives(read, Who.Camille).IsRefused("already-closed");

        var noted = Replies(A.CompanyProject.Dead.After(Duration.FromDays(30))).Gives(read, Who.Camille).IsDead(DeathReason.Abandoned).EnqueuesNoMail();
        Assert.Null(noted.Project.ReplyWaitsSince);
        noted.Gives(read, Who.Camille).IsRefused("already-closed");
        Replies(A.CompanyProject.Dead).Gives(read, Who.Simon).IsRefused("sales-do-not-follow-up");
    }

    [Fact]
    public void What_the_client_closed_the_client_takes_back_for_ten_minutes()
    {
        A.CompanyProject.Dead.After(Duration.FromMinutes(9)).Gives(new Undo(), Who.Jeanne).Is(Phase.InFollowUp);
        A.CompanyProject.Dead.After(Duration.FromMinutes(10)).Gives(new Undo(), Who.Jeanne).IsRefused("nothing-to-undo");
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille).Gives(new Undo(), Who.Jeanne).IsRefused("not-allowed");
        A.CompanyProject.Dead.Gives(new Undo(), Who.Stranger).IsRefused("not-allowed");
    }
}
