using FollowUp.Domain.Tests.Calendar;
using NodaTime;

namespace FollowUp.Domain.Tests;

/// <summary>What is owed, when it may leave, and what overtakes it.</summary>
public class ObligationsTests
{
    [Fact]
    public void A_client_mail_waits_for_the_mail_window()
    {
        var late = A.PersonProject.AwaitingValidation.At("2026-11-23 19:30 +01").Calls(CallOutcome.NoAnswer).Mailed.Single();
        Assert.Equal((Paris.At("2026-11-24 08:00 +01"), RecipientKind.Client, "C-881"), (late.NotBefore, late.To, late.Recipient));
    }

    [Fact]
    public void The_confirmation_of_an_agreed_call_leaves_at_once()
    {
        var story = A.CompanyProject.InFollowUp.At("2026-11-28 22:00 +01").ClientSays(ClientAnswer.CallMe);
        Assert.Equal(story.Now, story.Mailed.Single().NotBefore);
    }

    [Fact]
    public void Ids_name_the_project_the_event_and_the_kind_so_that_a_repeat_is_recognised() =>
        Assert.Equal(["P-1001.5.RelaunchFirst"], A.CompanyProject.Relaunched(1).Mailed.Select(m => m.Id));

    [Fact]
    public void The_website_is_told_of_every_change_of_phase()
    {
        Assert.Contains(A.CompanyProject.InFollowUp.Mailed, IsWebhook);
        Assert.Contains(A.CompanyProject.Dormant.Mailed, IsWebhook);
        Assert.Contains(A.CompanyProject.Dormant.ClientSays(ClientAnswer.StillLooking).Mailed, IsWebhook);
        Assert.Contains(A.CompanyProject.Dead.Mailed, IsWebhook);
        Assert.Contains(A.CompanyProject.Dead.Gives(new Reopen(null), Who.Camille).Mailed, IsWebhook);
        Assert.DoesNotContain(A.CompanyProject.Relaunched(1).Mailed, IsWebhook);
    }

    [Fact]
    public void No_webhook_is_owed_where_no_website_is_configured()
    {
        var dead = A.CompanyProject.Dead;
        var quiet = Obligations.Of(dead.Project, [.. dead.Timeline], Policy.Default with { TellsWebsite = false });
        Assert.DoesNotContain(quiet, IsWebhook);
        Assert.Equal(
            Obligations.Of(dead.Project, [.. dead.Timeline], Policy.Default).Where(m => !IsWebhook(m)), quiet);
    }

    [Fact]
    public void Nothing_is_owed_to_a_client_who_wants_no_mails() =>
        A.CompanyProject.Missed(2).Gives(new OptOut(Channel.Mail), Who.Jeanne).WhenDue().Calls(CallOutcome.NoAnswer).Owes();

    [Fact]
    public void An_opt_out_overtakes_what_is_on_its_way()
    {
        var story = A.CompanyProject.Relaunched(1);
        Assert.Equal("mail-not-wanted", Obligations.Overtaken(story.Gives(new OptOut(Channel.Mail), Who.Jeanne).Project, story.Mailed.Single()));
    }

    [Fact]
    public void So_does_an_answer_a_pause_and_the_end()
    {
        var story = A.CompanyProject.Relaunched(1);
        var mail = story.Mailed.Single();
        Assert.Null(Obligations.Overtaken(story.Project, mail));
        Assert.Equal("answered", Obligations.Overtaken(story.ClientSays(ClientAnswer.StillLooking).Project, mail));
        Assert.Equal("answered", Obligations.Overtaken(story.Calls(CallOutcome.StillLooking).Project, mail));
        Assert.Equal("snoozed", Obligations.Overtaken(story.Snoozes("2027-01-25").Project, mail));
        Assert.Equal("closed", Obligations.Overtaken(story.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille).Project, mail));
    }

    [Fact]
    public void We_tried_to_reach_you_does_not_leave_after_the_client_was_reached()
    {
        var mail = A.CompanyProject.Missed(1).Mailed.Single();
        Assert.Equal("answered", Obligations.Overtaken(A.CompanyProject.Missed(1).After(Duration.FromHours(1)).Calls(CallOutcome.Serious).Project, mail));
        Assert.Null(Obligations.Overtaken(A.CompanyProject.LastMailSent.Project, mail));
    }

    [Fact]
    public void An_agreed_call_that_was_made_or_called_off_needs_no_confirmation()
    {
        var mail = A.CompanyProject.CallAgreed.Mailed.Single();
        Assert.Null(Obligations.Overtaken(A.CompanyProject.CallAgreed.Project, mail));
        Assert.Equal("superseded", Obligations.Overtaken(A.CompanyProject.CallAgreed.WhenDue().Calls(CallOutcome.StillLooking).Project, mail));
        Assert.Equal("closed", Obligations.Overtaken(A.CompanyProject.CallAgreed.ClientSays(ClientAnswer.GaveUp).Project, mail));
    }

    [Fact]
    public void Staff_are_not_asked_for_what_is_decided()
    {
        var request = A.CompanyProject.ApprovalAsked.Mailed[0];
        Assert.Equal((RecipientKind.Staff, Who.Camille.Id), (request.To, request.Recipient));
        Assert.Null(Obligations.Overtaken(A.CompanyProject.ApprovalAsked.Project, request));
        Assert.Equal("decided", Obligations.Overtaken(A.CompanyProject.ApprovalAsked.Gives(new Approve(false), Who.Camille).Project, request));
    }

    [Fact]
    public void A_question_that_was_answered_is_not_announced()
    {
        var asked = A.CompanyProject.InFollowUp.Gives(new AskQuestion("Q-1", "PR-1", new Words("?")), Who.Website);
        Assert.Null(Obligations.Overtaken(asked.Project, asked.Mailed.Single()));
        Assert.Equal("answered", Obligations.Overtaken(asked.Gives(new AnswerQuestion("Q-1", new Words("oui")), Who.Camille).Project, asked.Mailed.Single()));
        Assert.Null(Obligations.Overtaken(asked.Project, A.CompanyProject.InFollowUp.Gives(new Assign(Who.Yanis.Id), Who.Camille).Mailed.Single()));
    }

    [Fact]
    public void A_closing_that_was_made_anew_is_told_once()
    {
        var first = A.CompanyProject.Dead.Mailed;
        var again = A.CompanyProject.Dead.Gives(new Undo(), Who.Camille).ClientSays(ClientAnswer.ChoseElsewhere);
        Assert.All(first, m => Assert.Equal("closing-undone", Obligations.Overtaken(again.Project, m)));
        Assert.All(again.Mailed, m => Assert.Null(Obligations.Overtaken(again.Project, m)));
    }

    [Fact]
    public void A_phone_relaunch_made_by_mail_is_worded_as_a_relaunch()
    {
        var story = A.CompanyProject.Relaunched(2).Wakes();
        Assert.Equal(new RelaunchMailed(3, RelaunchKind.Later, InsteadOfCall: true), story.Timeline[^1].Event);
        story.Owes(MessageKind.RelaunchLater);
    }

    static bool IsWebhook(OwedMessage message) => message.Kind == MessageKind.Webhook;
}
