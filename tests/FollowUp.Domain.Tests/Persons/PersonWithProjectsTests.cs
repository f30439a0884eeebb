using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Persons;

/// <summary>The law of contact belongs to the person: caps, refusals and consents hold over all projects.</summary>
public class PersonWithProjectsTests
{
    static readonly PersonStory Three = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1").Posts("P-2").Posts("P-3");

    static readonly PersonStory FourCalls = Three
        .At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.NoAnswer)
        .At("2026-11-23 11:05 +01").Calls("P-2", CallOutcome.NoAnswer)
        .At("2026-11-23 11:10 +01").Calls("P-3", CallOutcome.NoAnswer)
        .At("2026-11-24 18:00 +01").Calls("P-1", CallOutcome.NoAnswer);

    [Fact]
    public void Fifth_call_in_thirty_days_on_any_project_is_flagged()
    {
        FourCalls.LastCallWasOutside(false);
        FourCalls.At("2026-11-25 11:00 +01").Calls("P-2", CallOutcome.NoAnswer).LastCallWasOutside(true);
    }

    [Fact]
    public void Cap_ends_on_the_exact_edge()
    {
        FourCalls.At("2026-12-23 10:59 +01").Calls("P-3", CallOutcome.NoAnswer).LastCallWasOutside(true);
        FourCalls.At("2026-12-23 11:00 +01").Calls("P-3", CallOutcome.NoAnswer).LastCallWasOutside(false);
    }

    [Fact]
    public void Calls_of_other_projects_put_the_next_call_off() => FourCalls.AllLook()
        .NextIs("P-2", ActionKind.Call, "2026-12-23 11:00 +01")
        .NextIs("P-3", ActionKind.Call, "2026-12-23 11:00 +01");

    [Fact]
    public void Outcomes_that_share_a_call_are_one_call()
    {
        var talked = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.Serious, "call-1").Calls("P-2", CallOutcome.Serious, "call-1").Calls("P-3", CallOutcome.NotSerious, "call-1");
        Assert.Single(PersonRules.GetCalls(talked.Person));
        Assert.All(talked.Projects.Values.Where(p => p.IsOpen), p => Assert.Single(p.Contact.RecentCalls));
        Assert.True(Assert.IsType<ClientReached>(talked.Last.Events[0].Event).CountedElsewhere);
    }

    [Fact]
    public void Coordinator_who_made_the_call_records_it_on_a_project_of_a_colleague()
    {
        var story = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1").Posts("P-2", s => s with { Coordinator = Who.Yanis.Id }).At("2026-11-23 11:00 +01");
        Assert.Equal("not-your-project", story.Calls("P-2", CallOutcome.Serious, "call-1").Last.Refusal!.Code);

        var both = story.Calls("P-1", CallOutcome.Serious, "call-1").Calls("P-2", CallOutcome.Serious, "call-1");
        Assert.Null(both.Last.Refusal);
        Assert.True(both["P-2"].Validated);
        Assert.Single(PersonRules.GetCalls(both.Person));
    }

    [Fact]
    public void Call_about_two_projects_counts_until_both_outcomes_are_taken_back()
    {
        var talked = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.Serious, "call-1").Calls("P-2", CallOutcome.Serious, "call-1");
        var undone = talked.Gives("P-1", new Undo(), Who.Camille).AllLook();
        Assert.Single(undone["P-3"].Contact.RecentCalls);
        Assert.Empty(undone.Gives("P-2", new Undo(), Who.Camille).AllLook()["P-3"].Contact.RecentCalls);
    }

    [Fact]
    public void Corrected_call_is_judged_without_the_call_that_it_replaces() => FourCalls
        .After(Duration.FromMinutes(1)).Gives("P-1", new CorrectLastCall(new RecordCall(CallOutcome.Busy, FourCalls.Now)), Who.Camille).LastCallWasOutside(false);

    [Fact]
    public void Do_not_call_on_a_project_without_consent_holds_for_the_others()
    {
        var posted = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1", s => s with { MayCall = false, Consent = null }).Posts("P-2");
        Assert.True(posted["P-2"].Contact.MayCall);
        Assert.False(posted.After(Duration.FromHours(1)).Gives("P-1", new OptOut(Channel.Phone), Who.Jeanne).AllLook()["P-2"].Contact.MayCall);
        Assert.False(posted.After(Duration.FromHours(1)).Calls("P-1", CallOutcome.DoNotCall).AllLook()["P-2"].Contact.MayCall);
    }

    [Fact]
    public void Do_not_call_of_a_person_without_consent_begins_the_sixty_days() => PersonStory.Of("2026-11-23 10:00 +01")
        .Posts("P-1", s => s with { MayCall = false, Consent = null }).After(Duration.FromHours(1)).Gives("P-1", new OptOut(Channel.Phone), Who.Jeanne)
        .At("2026-12-07 09:00 +01").Posts("P-2").NextIs("P-2", ActionKind.Call, "2027-01-22 11:00 +01");

    [Fact]
    public void Do_not_call_on_one_project_leaves_mails_only_on_all() => Three
        .At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.DoNotCall).AllLook()
        .NextIs("P-2", ActionKind.Mail, "2026-11-23 11:00 +01")
        .NextIs("P-3", ActionKind.Mail, "2026-11-23 11:00 +01");

    [Fact]
    public void Call_after_do_not_call_on_another_project_is_flagged() => Three
        .At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.DoNotCall)
        .At("2026-11-24 11:00 +01").Calls("P-2", CallOutcome.NoAnswer).LastCallWasOutside(true);

    [Fact]
    public void New_project_after_do_not_call_is_called_by_its_newer_consent_after_sixty_days()
    {
        var refused = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.DoNotCall).At("2026-12-07 09:00 +01");
        refused.Posts("P-4").NextIs("P-4", ActionKind.Call, "2027-01-22 11:00 +01");
        refused.Posts("P-4", s => s with { MayCall = false, Consent = null }).NextIs("P-4", ActionKind.Mail, "2026-12-07 09:00 +01");
    }

    [Fact]
    public void New_consent_of_an_old_date_does_not_beat_a_refusal()
    {
        var refused = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.DoNotCall).At("2026-12-07 09:00 +01");
        Assert.False(refused.Gives("P-2", new RecordConsent(ConsentScope.Later, true, Paris.At("2026-11-23 10:59 +01")), Who.Website)["P-2"].Contact.MayCall);
        Assert.True(refused.Gives("P-2", new RecordConsent(ConsentScope.Later, true, Paris.At("2026-11-23 11:01 +01")), Who.Website)["P-2"].Contact.MayCall);
    }

    [Fact]
    public void Consent_for_later_given_on_one_project_covers_the_others()
    {
        var agreed = Three.Gives("P-1", new RecordConsent(ConsentScope.Later, true, Three.Now), Who.Website).AllLook();
        Assert.All(agreed.Projects.Values, p => Assert.True(p.Contact.MayRelaunchByPhone));
        Assert.All(
            agreed.After(Duration.FromDays(1)).Gives("P-3", new RecordConsent(ConsentScope.Later, false, agreed.Now + Duration.FromDays(1)), Who.Jeanne).AllLook().Projects.Values,
            p => Assert.False(p.Contact.MayRelaunchByPhone));
    }

    [Fact]
    public void Consent_for_one_request_covers_no_other_request()
    {
        var both = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1").Posts("P-2", s => s with { MayCall = false, Consent = null });
        Assert.True(both["P-1"].Contact.MayCall);
        Assert.False(both["P-2"].Contact.MayCall);
    }

    [Fact]
    public void Consent_ends_after_its_term_without_a_contact_of_the_person()
    {
        var agreed = Three.Gives("P-1", new RecordConsent(ConsentScope.Later, true, Three.Now), Who.Website);
        Assert.True(PersonRules.HasConsent(agreed.Person, ConsentScope.Later, agreed["P-2"], Paris.At("2028-11-23 09:59 +01")));
        Assert.False(PersonRules.HasConsent(agreed.Person, ConsentScope.Later, agreed["P-2"], Paris.At("2028-11-23 10:00 +01")));

        var heardOf = agreed.At("2028-06-01 10:00 +02").Gives("P-3", new AnswerRelaunch(ClientAnswer.StillLooking), Who.Jeanne);
        Assert.True(PersonRules.HasConsent(heardOf.Person, ConsentScope.Later, heardOf["P-2"], Paris.At("2030-05-31 10:00 +02")));
    }

    [Fact]
    public void Contact_after_the_term_does_not_bring_a_consent_back()
    {
        var late = Three.Gives("P-1", new RecordConsent(ConsentScope.Later, true, Three.Now), Who.Website)
            .At("2028-12-01 10:00 +01").Gives("P-3", new AnswerRelaunch(ClientAnswer.StillLooking), Who.Jeanne);
        Assert.False(PersonRules.HasConsent(late.Person, ConsentScope.Later, late["P-2"], late.Now));
    }

    [Fact]
    public void No_more_mails_holds_for_the_projects_posted_before_it()
    {
        var refused = Three.After(Duration.FromHours(1)).Gives("P-1", new OptOut(Channel.Mail), Who.Jeanne).AllLook();
        Assert.False(refused["P-2"].Contact.MayMail);
        Assert.True(refused.After(Duration.FromDays(1)).Posts("P-4")["P-4"].Contact.MayMail);
    }

    [Fact]
    public void No_more_mails_said_again_holds_for_a_project_posted_since()
    {
        var refused = Three.After(Duration.FromHours(1)).Gives("P-1", new OptOut(Channel.Mail), Who.Jeanne).AllLook().After(Duration.FromDays(1)).Posts("P-4");
        var again = refused.After(Duration.FromHours(1)).Gives("P-1", new OptOut(Channel.Mail), Who.Jeanne).AllLook();
        Assert.False(again["P-4"].Contact.MayMail);
        Assert.Empty(again.After(Duration.FromHours(1)).Gives("P-1", new OptOut(Channel.Mail), Who.Jeanne).Last.Events);
    }

    [Fact]
    public void Do_not_call_said_about_two_projects_holds_until_both_are_taken_back()
    {
        var refused = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.DoNotCall, "call-1").Calls("P-2", CallOutcome.DoNotCall, "call-1");
        var undone = refused.After(Duration.FromMinutes(1)).Gives("P-1", new Undo(), Who.Camille).AllLook();
        Assert.False(undone["P-3"].Contact.MayCall);
        Assert.True(undone.After(Duration.FromMinutes(1)).Gives("P-2", new Undo(), Who.Camille).AllLook()["P-3"].Contact.MayCall);
    }

    [Fact]
    public void Bounce_concerns_its_own_project()
    {
        var bounced = Three.Gives("P-1", new ReportMailRefused(Complaint: false), Who.Time).AllLook();
        Assert.False(bounced["P-1"].Contact.MayMail);
        Assert.True(bounced["P-2"].Contact.MayMail);
    }

    [Fact]
    public void Look_at_a_project_that_nothing_changed_changes_nothing()
    {
        var looked = FourCalls.AllLook();
        Assert.Equal(looked, looked.Looks("P-2") with { Last = looked.Last });
    }

    [Fact]
    public void Project_has_the_contact_rights_of_the_person_after_each_of_its_decisions()
    {
        var story = FourCalls;
        foreach (var command in new Command[]
            {
                new OptOut(Channel.Phone), new RecordConsent(ConsentScope.Later, true, story.Now), new OptOut(Channel.Mail), new AnswerRelaunch(ClientAnswer.StillLooking),
                new RecordConsent(ConsentScope.Request, false, story.Now + Duration.FromMinutes(1)),
            })
        {
            story = story.After(Duration.FromHours(1)).Gives("P-2", command, command is RecordConsent ? Who.Website : Who.Jeanne);
            Assert.Equal(PersonRules.GetContact(story.Person, story["P-2"], story.Now), story["P-2"].Contact);
        }
    }

    [Fact]
    public void Timelines_give_the_person_that_was_kept_with_each_decision()
    {
        var story = FourCalls.AllLook().Gives("P-2", new OptOut(Channel.Phone), Who.Jeanne).AllLook()
            .After(Duration.FromHours(1)).Gives("P-1", new RecordConsent(ConsentScope.Later, true, FourCalls.Now), Who.Website).Gives("P-3", new AnswerRelaunch(ClientAnswer.GaveUp), Who.Jeanne);
        var built = PersonEvolution.Build("C-881", story.Projects.Select(p => (p.Value, story.Timelines[p.Key])));
        Assert.Equal(story.Person.Calls, built.Calls);
        Assert.Equal(story.Person.Consents, built.Consents);
        Assert.Equal(story.Person.Objections, built.Objections);
        Assert.Equal(["P-1", "P-2"], built.Projects.Where(p => p.IsOpen).Select(p => p.Id));
    }

    [Fact]
    public void Lost_commit_is_dropped_by_the_next_decision_on_its_project()
    {
        var called = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.NoAnswer);
        var lost = called with { Projects = Three.Projects };
        Assert.Equal(2, lost.Calls("P-2", CallOutcome.NoAnswer).Person.Calls.Length);
        Assert.Single(lost.After(Duration.FromMinutes(1)).Calls("P-1", CallOutcome.NoAnswer).Person.Calls);
    }

    [Fact]
    public void Lost_undo_puts_the_objection_back_that_its_claim_dropped()
    {
        var refused = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.DoNotCall);
        var undone = refused.Gives("P-1", new Undo(), Who.Camille);
        Assert.Empty(undone.Person.Objections);

        var claimed = PersonEvolution.Claim(undone.Person, "P-1", "lost");
        var withdrawn = PersonEvolution.Withdraw(claimed, "P-1", "lost", refused.Timelines["P-1"]);
        Assert.Equal(refused.Person.Objections, withdrawn.Objections);
        Assert.Equal(refused.Person.Calls, withdrawn.Calls);
        Assert.Equal(refused.Person.Projects, withdrawn.Projects);
        Assert.Equal(refused.Person.Objections, PersonEvolution.Refold(claimed, "P-1", refused.Timelines["P-1"]).Objections);
    }

    [Fact]
    public void Lost_commit_leaves_what_a_newer_attempt_claimed()
    {
        var called = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.NoAnswer);
        var newer = PersonEvolution.Claim(called.Person, "P-1", "newer");
        Assert.Same(newer, PersonEvolution.Withdraw(newer, "P-1", "lost", Three.Timelines["P-1"]));
    }

    [Fact]
    public void Lost_call_gives_way_to_the_committed_one_of_the_same_sequence_number()
    {
        var committed = Three.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.NoAnswer);
        var lost = Three.At("2026-11-23 11:05 +01").Calls("P-1", CallOutcome.NoAnswer);

        var withdrawn = PersonEvolution.Withdraw(PersonEvolution.Claim(lost.Person, "P-1", "lost"), "P-1", "lost", committed.Timelines["P-1"]);

        Assert.Equal(committed.Person.Calls, withdrawn.Calls);
    }

    [Fact]
    public void Joined_persons_are_one()
    {
        var one = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1").At("2026-11-23 11:30 +01").Calls("P-1", CallOutcome.NoAnswer);
        var other = PersonStory.Of("2026-11-23 10:00 +01", "C-882").Posts("P-9", s => s with { ClientId = "C-882" }).At("2026-11-23 11:00 +01").Calls("P-9", CallOutcome.DoNotCall);
        var joined = PersonEvolution.Join(one.Person, other.Person);

        Assert.Equal(["C-881", "C-882"], joined.Clients);
        Assert.Equal(2, joined.Calls.Length);
        Assert.False(PersonRules.GetContact(joined, one["P-1"], one.Now).MayCall);
        Assert.Equal(joined, PersonEvolution.Join(joined, other.Person) with { Clients = joined.Clients, Projects = joined.Projects, Calls = joined.Calls, Consents = joined.Consents, Objections = joined.Objections });
    }
}
