using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>A client who comes back on the website while the project is dead.</summary>
public class ComingBackTests
{
    static Story Dead => A.CompanyProject.Dead.After(Duration.FromDays(30));

    static Story CameBack => Signal(Dead, SignalKind.Message);

    [Fact]
    public void Signal_on_a_dead_project_asks_staff_whether_to_reopen_it()
    {
        var asked = CameBack.Happened(typeof(ClientSignalled), typeof(ReopeningAsked));

        asked.IsDead(DeathReason.Abandoned).Enqueues(MessageKind.ReopeningRequest);
        Assert.Equal([new PendingReopening()], PendingDecision.GetPending(asked.Project));
        Assert.Equal(asked.Project.InCharge, asked.Project.StaffOutsideQueue);
    }

    [Fact]
    public void Signal_on_a_dead_project_moves_the_date_from_which_the_three_years_count() =>
        Assert.Equal(CameBack.Now, CameBack.Project.LastSignOfLife);

    [Fact]
    public void Second_signal_asks_nothing_again() =>
        Signal(CameBack.After(Duration.FromDays(1)), SignalKind.Awarded, "PR-1").Happened(typeof(ClientSignalled));

    [Fact]
    public void Client_who_cancels_on_a_dead_project_does_not_come_back()
    {
        var cancelled = Signal(CameBack.After(Duration.FromDays(1)), SignalKind.Cancelled).Happened(typeof(ClientSignalled));

        Assert.Empty(PendingDecision.GetPending(cancelled.Project));
    }

    [Fact]
    public void Yes_to_the_question_reopens_the_project()
    {
        var reopened = CameBack.Gives(new Approve(true), Who.Camille).Happened(typeof(ProjectReopened));

        Assert.True(reopened.Project.IsOpen);
        Assert.Empty(PendingDecision.GetPending(reopened.Project));
    }

    [Fact]
    public void No_to_the_question_leaves_the_project_closed_until_the_client_comes_back_again()
    {
        var declined = CameBack.Gives(new Approve(false, PendingReopening.ReopeningId), Who.Camille).Happened(typeof(ReopeningDeclined));

        Assert.Empty(PendingDecision.GetPending(declined.Project));
        Signal(declined.After(Duration.FromDays(1)), SignalKind.Message).Happened(typeof(ClientSignalled), typeof(ReopeningAsked));
    }

    [Fact]
    public void Signal_on_a_won_project_is_refused() => Signal(A.CompanyProject.Won.After(Duration.FromDays(1)), SignalKind.Message).IsRefused("already-closed");

    [Fact]
    public void Signal_about_an_erased_person_is_refused() => Signal(Dead.Gives(new Erase(), Who.Nadia), SignalKind.Message).IsRefused("erased");

    [Fact]
    public void Question_does_not_stand_again_after_the_next_closing()
    {
        // An older signal arrives within the ten minutes, and staff take the closing back.
        var closed = A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.Abandoned)), Who.Camille).After(Duration.FromMinutes(1));
        var asked = closed.Gives(new ReportSignal(SignalKind.Message, null, closed.Now - Duration.FromHours(1)), Who.Website).Happened(typeof(ClientSignalled), typeof(ReopeningAsked));
        var again = asked.Gives(new Undo(), Who.Camille).Gives(new Close(Outcome.Dead(DeathReason.Abandoned)), Who.Camille);

        Assert.Empty(PendingDecision.GetPending(again.Project));
    }

    static Story Signal(Story story, SignalKind kind, string? provider = null) => story.Gives(new ReportSignal(kind, provider, story.Now), Who.Website);
}
