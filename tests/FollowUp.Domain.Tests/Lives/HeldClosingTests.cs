using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Undo": what a closing causes outside shows only once it can no longer be taken back.</summary>
public class HeldClosingTests
{
    static readonly Duration OneMinute = Duration.FromMinutes(1);

    static Story Closed => A.CompanyProject.InFollowUp.After(Duration.FromHours(1)).Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille);

    [Fact]
    public void Closing_by_staff_or_time_is_held_for_ten_minutes()
    {
        foreach (var closed in new[] { Closed, A.CompanyProject.LastMailSent.Wakes() })
        {
            Assert.True(closed.Project.GetVisible(closed.Now).IsOpen);
            Assert.False(closed.Project.GetVisible(closed.Now + Duration.FromMinutes(10)).IsOpen);
        }
    }

    [Fact]
    public void What_the_client_decided_shows_at_once()
    {
        var gaveUp = A.CompanyProject.InFollowUp.After(OneMinute).ClientSays(ClientAnswer.GaveUp);
        Assert.False(gaveUp.Project.GetVisible(gaveUp.Now).IsOpen);
        var cancelled = A.CompanyProject.InFollowUp.After(OneMinute);
        cancelled = cancelled.Gives(new ReportSignal(SignalKind.Cancelled, null, cancelled.Now), Who.Website);
        Assert.False(cancelled.Project.GetVisible(cancelled.Now).IsOpen);
    }

    [Fact]
    public void Answer_of_the_client_takes_the_closing_back_and_staff_are_told()
    {
        var messages = Closed.Messages;
        var answered = Closed.After(OneMinute).ClientSays(ClientAnswer.StillLooking);
        answered.Happened(typeof(ClosingUndone), typeof(ClientAnswered)).Enqueues(MessageKind.ClosingTakenBack).Is(Phase.InFollowUp, Stage.Relaunching);
        Assert.Equal(answered.Now, answered.Project.ReplyWaitsSince);
        Assert.NotNull(answered.Project.Plan);
        Assert.All(messages, m => Assert.NotNull(MessagePolicy.GetObsoleteReason(answered.Project, m)));
        answered.After(OneMinute).ClientSays(ClientAnswer.StillLooking).ChangesNothing();
    }

    [Fact]
    public void Every_kind_of_answer_takes_it_back()
    {
        var later = Closed.After(OneMinute);
        foreach (var (command, actor) in new (Command, Domain.Permissions.Actor)[]
        {
            (new PickCallBack(Paris.At("2026-11-27 11:00 +01")), Who.Jeanne), (new GiveInformation(new FreeText("voilà")), Who.Jeanne),
            (new CorrectNumber(), Who.Jeanne), (new ReportReply(new FreeText("attendez"), later.Now), Who.Jeanne),
            (new ReportSignal(SignalKind.Message, null, later.Now), Who.Website),
        })
        {
            Assert.IsType<ClosingUndone>(later.Gives(command, actor).Last.Events[0].Event);
            Assert.True(later.Gives(command, actor).Project.IsOpen);
        }
    }

    [Fact]
    public void Ending_by_the_client_replaces_the_closing_by_staff() =>
        Closed.After(OneMinute).ClientSays(ClientAnswer.GaveUp).Happened(typeof(ClosingUndone), typeof(ClientAnswered), typeof(ProjectClosed))
            .IsDead(DeathReason.Abandoned);

    [Fact]
    public void After_ten_minutes_an_answer_finds_the_project_closed() =>
        Closed.After(Duration.FromMinutes(10)).ClientSays(ClientAnswer.StillLooking).IsRefused("already-closed");

    [Fact]
    public void Opt_out_and_what_staff_record_take_nothing_back()
    {
        Assert.False(Closed.After(OneMinute).Gives(new OptOut(Channel.Mail), Who.Jeanne).Project.IsOpen);
        Assert.False(Closed.After(OneMinute).Gives(new ReportReply(new FreeText("merci"), Closed.Now), Who.Camille).Project.IsOpen);
        Closed.After(OneMinute).Gives(new ReportSignal(SignalKind.Message, null, Closed.Now - OneMinute), Who.Website).Happened(typeof(ClientSignalled), typeof(ReopeningAsked));
    }
}
