using FollowUp.Domain.Cadences;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Persons;

/// <summary>In a category where the law forbids prospecting of consumers they are relaunched neither by phone nor by unasked mail.</summary>
public class CategoryTests
{
    static readonly PersonStory Posted = PersonStory.Of("2026-11-23 10:00 +01").Posts("P-1", s => s with
    {
        Category = "renovation-energetique",
        Consent = new GivenConsent(ConsentScope.Later, Paris.At("2026-11-23 10:00 +01")),
    });

    static readonly PersonStory InFollowUp = Posted.At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.Serious);

    [Fact]
    public void Request_just_posted_is_answered_by_a_call() => Posted.NextIs("P-1", ActionKind.Call, "2026-11-23 11:00 +01");

    [Fact]
    public void Project_waits_for_the_client_then_asks_staff()
    {
        var story = InFollowUp;
        Assert.Equal((ActionKind.WaitForClient, ReasonCode.CategoryNotRelaunched), (story["P-1"].Next!.Kind, story["P-1"].Next!.Why.Code));
        for (var looks = 0; looks < 40 && story["P-1"].Next!.Kind != ActionKind.Approve; looks++)
        {
            story = (story with { Now = story["P-1"].WakeAt!.Value }).Looks("P-1");
        }

        Assert.Equal(ActionKind.Approve, story["P-1"].Next!.Kind);
        Assert.DoesNotContain(story.Timelines["P-1"], e => e.Event is RelaunchMailed or LightMailSent or CallMissed);
    }

    [Fact]
    public void Call_that_the_client_asked_for_is_made() => InFollowUp
        .Gives("P-1", new AnswerRelaunch(ClientAnswer.CallMe, CallAt: Paris.At("2026-11-25 11:00 +01")), Who.Jeanne)
        .NextIs("P-1", ActionKind.Call, "2026-11-25 11:00 +01");

    [Fact]
    public void Client_who_said_not_now_is_written_to_when_they_asked_for_it()
    {
        var asked = InFollowUp.Gives("P-1", new AnswerRelaunch(ClientAnswer.NotNow, Until: new LocalDate(2027, 1, 25)), Who.Jeanne);
        Assert.Equal(ActionKind.Mail, asked["P-1"].Next!.Kind);
        var mailed = (asked with { Now = asked["P-1"].WakeAt!.Value }).Looks("P-1");
        Assert.Contains(mailed.Last.Events, e => e.Event is RelaunchMailed { Kind: RelaunchKind.AfterSnooze });
        Assert.Equal(ActionKind.WaitForClient, mailed["P-1"].Next!.Kind);
    }

    [Fact]
    public void Pause_of_staff_ends_without_a_mail()
    {
        var paused = InFollowUp.Gives("P-1", new Snooze(new LocalDate(2027, 1, 25), null, EndsOnAnswer: true), Who.Camille);
        var ended = (paused with { Now = paused["P-1"].WakeAt!.Value }).Looks("P-1");
        Assert.DoesNotContain(ended.Last.Events, e => e.Event is RelaunchMailed);
        Assert.Equal(ActionKind.WaitForClient, ended["P-1"].Next!.Kind);
    }

    [Fact]
    public void Call_of_staff_in_follow_up_is_flagged() =>
        InFollowUp.At("2026-11-25 11:00 +01").Calls("P-1", CallOutcome.NoAnswer).LastCallWasOutside(true);

    [Fact]
    public void Company_is_relaunched() => Assert.Equal(ActionKind.Mail, PersonStory.Of("2026-11-23 10:00 +01")
        .Posts("P-1", s => s with { Category = "renovation-energetique", ClientType = ClientType.Company, Consent = null })
        .At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.Serious)["P-1"].Next!.Kind);

    [Fact]
    public void Categories_are_read_from_the_document_and_those_of_an_earlier_one_are_the_default()
    {
        var cadence = DefaultCadence.Initial with { ConsumersNotRelaunched = ["toiture"] };
        Assert.Equal(["toiture"], CadenceDocument.Parse(CadenceDocument.Format(cadence)).Cadence!.ConsumersNotRelaunched);

        var earlier = System.Text.Json.Nodes.JsonNode.Parse(CadenceDocument.Format(cadence))!.AsObject();
        earlier.Remove("consumersNotRelaunched");
        Assert.Equal(DefaultCadence.ConsumersNotRelaunched, CadenceDocument.Parse(earlier.ToJsonString()).Cadence!.ConsumersNotRelaunched);
    }

    [Fact]
    public void Wrong_categories_are_named_with_their_path()
    {
        var wrong = DefaultCadence.Initial with { ConsumersNotRelaunched = ["toiture", "Isolation", "toiture"] };
        Assert.Equal(["consumersNotRelaunched[1]", "consumersNotRelaunched[2]"], CadenceDocument.Validate(wrong).Select(p => p.Path));
    }
}
