using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Outbox;

/// <summary>Which messages events cause, when they may be sent, and what makes them obsolete.</summary>
public class MessagePolicyTests
{
    [Fact]
    public void Mail_to_a_client_waits_for_the_mail_window()
    {
        var late = A.PersonProject.AwaitingValidation.At("2026-11-23 19:30 +01").Calls(CallOutcome.NoAnswer).Messages.Single();
        Assert.Equal((Paris.At("2026-11-24 08:00 +01"), RecipientKind.Client, "C-881"), (late.NotBefore, late.To, late.Recipient));
    }

    [Fact]
    public void Confirmation_of_an_agreed_call_leaves_at_once()
    {
        var story = A.CompanyProject.InFollowUp.At("2026-11-28 22:00 +01").ClientSays(ClientAnswer.CallMe);
        Assert.Equal(story.Now, story.Messages.Single().NotBefore);
    }

    [Fact]
    public void Message_id_names_project_event_and_kind() =>
        Assert.Equal(["P-1001.5.RelaunchFirst"], A.CompanyProject.Relaunched(1).Messages.Select(m => m.Id));

    [Fact]
    public void Every_change_of_phase_causes_a_webhook()
    {
        Assert.Contains(A.CompanyProject.InFollowUp.Messages, IsWebhook);
        Assert.Contains(A.CompanyProject.Dormant.Messages, IsWebhook);
        Assert.Contains(A.CompanyProject.Dormant.ClientSays(ClientAnswer.StillLooking).Messages, IsWebhook);
        Assert.Contains(A.CompanyProject.Dead.Messages, IsWebhook);
        Assert.Contains(A.CompanyProject.Dead.Gives(new Reopen(null), Who.Camille).Messages, IsWebhook);
        Assert.DoesNotContain(A.CompanyProject.Relaunched(1).Messages, IsWebhook);
    }

    [Fact]
    public void No_webhook_is_created_without_a_website()
    {
        var dead = A.CompanyProject.Dead;
        var quiet = MessagePolicy.CreateMessages(dead.Project, [.. dead.Timeline], Policy.Default with { TellsWebsite = false });
        Assert.DoesNotContain(quiet, IsWebhook);
        Assert.Equal(
            MessagePolicy.CreateMessages(dead.Project, [.. dead.Timeline], Policy.Default).Where(m => !IsWebhook(m)), quiet);
    }

    [Fact]
    public void No_mail_is_created_for_a_client_who_opted_out() =>
        A.CompanyProject.Missed(2).Gives(new OptOut(Channel.Mail), Who.Jeanne).WhenDue().Calls(CallOutcome.NoAnswer).EnqueuesNoMail();

    [Fact]
    public void Opt_out_makes_a_pending_mail_obsolete()
    {
        var story = A.CompanyProject.Relaunched(1);
        Assert.Equal("mail-not-wanted", MessagePolicy.GetObsoleteReason(story.Gives(new OptOut(Channel.Mail), Who.Jeanne).Project, story.Messages.Single()));
    }

    [Fact]
    public void Answer_pause_and_closing_make_a_relaunch_obsolete()
    {
        var story = A.CompanyProject.Relaunched(1);
        var mail = story.Messages.Single();
        Assert.Null(MessagePolicy.GetObsoleteReason(story.Project, mail));
        Assert.Equal("answered", MessagePolicy.GetObsoleteReason(story.ClientSays(ClientAnswer.StillLooking).Project, mail));
        Assert.Equal("answered", MessagePolicy.GetObsoleteReason(story.Calls(CallOutcome.StillLooking).Project, mail));
        Assert.Equal("snoozed", MessagePolicy.GetObsoleteReason(story.Snoozes("2027-01-25").Project, mail));
        Assert.Equal("closed", MessagePolicy.GetObsoleteReason(story.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille).Project, mail));
    }

    [Fact]
    public void We_tried_to_reach_you_is_obsolete_once_the_client_was_reached()
    {
        var mail = A.CompanyProject.Missed(1).Messages.Single();
        Assert.Equal("answered", MessagePolicy.GetObsoleteReason(A.CompanyProject.Missed(1).After(Duration.FromHours(1)).Calls(CallOutcome.Serious).Project, mail));
        Assert.Null(MessagePolicy.GetObsoleteReason(A.CompanyProject.LastMailSent.Project, mail));
    }

    [Fact]
    public void Confirmation_of_a_call_that_was_made_or_cancelled_is_obsolete()
    {
        var mail = A.CompanyProject.CallAgreed.Messages.Single();
        Assert.Null(MessagePolicy.GetObsoleteReason(A.CompanyProject.CallAgreed.Project, mail));
        Assert.Equal("superseded", MessagePolicy.GetObsoleteReason(A.CompanyProject.CallAgreed.WhenDue().Calls(CallOutcome.StillLooking).Project, mail));
        Assert.Equal("closed", MessagePolicy.GetObsoleteReason(A.CompanyProject.CallAgreed.ClientSays(ClientAnswer.GaveUp).Project, mail));
    }

    [Fact]
    public void Request_to_staff_is_obsolete_once_decided()
    {
        var request = A.CompanyProject.ApprovalAsked.Messages[0];
        Assert.Equal((RecipientKind.Staff, Who.Camille.Id), (request.To, request.Recipient));
        Assert.Null(MessagePolicy.GetObsoleteReason(A.CompanyProject.ApprovalAsked.Project, request));
        Assert.Equal("decided", MessagePolicy.GetObsoleteReason(A.CompanyProject.ApprovalAsked.Gives(new Approve(false), Who.Camille).Project, request));
    }

    [Fact]
    public void Notice_of_an_answered_question_is_obsolete()
    {
        var asked = A.CompanyProject.InFollowUp.Gives(new AskQuestion("Q-1", "PR-1", new FreeText("?")), Who.Website);
        var notice = asked.Messages.Single(m => m.Kind == MessageKind.QuestionReceived);
        Assert.Null(MessagePolicy.GetObsoleteReason(asked.Project, notice));
        Assert.Equal("answered", MessagePolicy.GetObsoleteReason(asked.Gives(new AnswerQuestion("Q-1", new FreeText("oui")), Who.Camille).Project, notice));
        Assert.Null(MessagePolicy.GetObsoleteReason(asked.Project, A.CompanyProject.InFollowUp.Gives(new Assign(Who.Yanis.Id), Who.Camille).Messages.Single()));
    }

    [Fact]
    public void Second_closing_makes_the_messages_of_the_undone_one_obsolete()
    {
        var first = A.CompanyProject.Dead.Messages;
        var again = A.CompanyProject.Dead.Gives(new Undo(), Who.Camille).ClientSays(ClientAnswer.ChoseElsewhere);
        Assert.All(first, m => Assert.Equal("closing-undone", MessagePolicy.GetObsoleteReason(again.Project, m)));
        Assert.All(again.Messages, m => Assert.Null(MessagePolicy.GetObsoleteReason(again.Project, m)));
    }

    [Fact]
    public void Mail_in_place_of_a_relaunch_call_uses_the_relaunch_template()
    {
        var story = A.CompanyProject.Relaunched(2).Wakes();
        Assert.Equal(new RelaunchMailed(3, RelaunchKind.Later, InsteadOfCall: true), story.Timeline[^1].Event);
        story.Enqueues(MessageKind.RelaunchLater);
    }

    [Fact]
    public void Chosen_events_are_webhooks_of_their_own()
    {
        var open = A.CompanyProject.Dormant;
        var chosen = Policy.Default with { WebhookEvents = [WebhookEvent.NextAction, WebhookEvent.Assigned] };
        var told = MessagePolicy.CreateMessages(open.Project, [.. open.Timeline], chosen).Where(m => m.Event is not null).ToList();
        Assert.Equal([WebhookEvent.NextAction, WebhookEvent.Assigned], told.Select(m => m.Event!.Value).Distinct().Order());
        Assert.All(told, m => Assert.EndsWith($".Webhook.{m.Event}", m.Id, StringComparison.Ordinal));
        Assert.Equal(told.Count, told.Select(m => m.Id).Distinct().Count());
        Assert.All(MessagePolicy.CreateMessages(open.Project, [.. open.Timeline], Policy.Default), m => Assert.Null(m.Event));
        Assert.DoesNotContain(
            MessagePolicy.CreateMessages(open.Project, [.. open.Timeline], chosen with { TellsWebsite = false }), m => m.To == RecipientKind.Website);

        // The closing has its own webhook.
        Assert.Equal("closed", MessagePolicy.GetObsoleteReason(A.CompanyProject.Dead.Project, told[0]));
    }

    static bool IsWebhook(OutboxMessage message) => message.Kind == MessageKind.Webhook;
}
