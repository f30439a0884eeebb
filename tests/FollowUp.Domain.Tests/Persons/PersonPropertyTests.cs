using CsCheck;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Persons;

/// <summary>
/// Persons with one to five projects and random commands in any order: what is planned and flagged agrees with a reader of the timelines that knows
/// nothing of the rules under test.
/// </summary>
public class PersonPropertyTests
{
    static readonly Duration[] Steps = [Duration.FromMinutes(7), Duration.FromHours(5), Duration.FromDays(1), Duration.FromDays(4), Duration.FromDays(17), Duration.FromDays(61)];

    /// <summary>FOLLOWUP_CASES sets another number of persons, as 100000 for the whole.</summary>
    static int Cases => int.TryParse(Environment.GetEnvironmentVariable("FOLLOWUP_CASES"), out var cases) ? cases : 2_000;

    [Fact]
    public void No_call_is_planned_against_cap_refusal_or_scope_and_each_call_over_the_cap_is_flagged() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 999_999].Array[5, 40]).Sample(
            (projects, moves) => Live(projects, moves), iter: Cases);

    static void Live(int projects, int[] moves)
    {
        var story = PersonStory.Of("2026-11-23 10:00 +01");
        for (var i = 0; i < projects; i++) story = story.Posts($"P-{i}", i % 3 == 2 ? s => s with { MayCall = false, Consent = null } : null);
        foreach (var move in moves)
        {
            var id = $"P-{move % projects}";
            story = story.After(Steps[move / 10 % Steps.Length]);
            var before = story;
            story = Give(story, id, move / 100 % 16, move);
            CheckFlags(before, story);
            story = story.AllLook().AllLook();
            foreach (var project in story.Projects.Values.Where(p => p.IsOpen)) CheckPlan(story, project);
        }
    }

    static PersonStory Give(PersonStory story, string id, int command, int move) => command switch
    {
        0 or 1 or 2 or 3 => story.Calls(id, CallOutcome.NoAnswer),
        4 => story.Calls(id, CallOutcome.Serious, $"call-{move % 3}"),
        5 => story.Calls(id, CallOutcome.StillLooking, $"call-{move % 3}"),
        6 => story.Calls(id, CallOutcome.DoNotCall),
        7 => story.Gives(id, new OptOut(move % 2 == 0 ? Channel.Phone : Channel.Mail), Who.Jeanne),
        8 => story.Gives(id, new RecordConsent(ConsentScope.Later, true, story.Now), Who.Website),
        9 => story.Gives(id, new RecordConsent(move % 2 == 0 ? ConsentScope.Later : ConsentScope.Request, false, story.Now), Who.Website),
        10 => story.Gives(id, new RecordConsent(ConsentScope.Request, true, story.Now), Who.Website),
        11 => story.Gives(id, new AnswerRelaunch(ClientAnswer.StillLooking), Who.Jeanne),
        12 => story.Gives(id, new Reopen(null), Who.Camille),
        13 => story.Gives(id, new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne),
        14 => story.Gives(id, new Approve(move % 3 == 0), Who.Camille),
        _ => story.Gives(id, new AnswerRelaunch(ClientAnswer.GaveUp), Who.Jeanne),
    };

    static void CheckFlags(PersonStory before, PersonStory after)
    {
        if (after.Last.Refusal is not null || after.Last.Events.IsDefaultOrEmpty) return;
        foreach (var (at, outside, counted) in after.Last.Events.Select(e => ReadCall(e.Event)).OfType<(Instant, bool, bool)>())
        {
            if (!counted && CountCalls(before, at) >= 4) Assert.True(outside, $"the fifth call in thirty days is not flagged: {at}");
            if (!counted && LastObjection(before) is { } objected && at < objected + Duration.FromDays(59)) Assert.True(outside, $"a call after a refusal is not flagged: {at}");
        }
    }

    static void CheckPlan(PersonStory story, Project project)
    {
        if (IsLeftAlone(story, project))
        {
            Assert.True(project.Next!.Kind == ActionKind.Approve, $"{project.Id}: {project.Next.Kind} is planned although the person wants to be left alone");
        }

        if (project.Next is not { Kind: ActionKind.Call } call || call.Why.Code == ReasonCode.AgreedCall) return;
        Assert.True(CountCalls(story, call.DueAt) < 4, $"{project.Id}: a fifth call is planned in thirty days");
        if (LastObjection(story) is { } objected)
        {
            Assert.True(call.DueAt >= objected + Duration.FromDays(59), $"{project.Id}: a call is planned within sixty days of a refusal");
            Assert.True(
                story.Timelines.Values.SelectMany(t => t).Any(e => e.Event is ConsentRecorded { Given: true } c && c.At > objected),
                $"{project.Id}: a call is planned after a refusal without a newer consent");
        }

        if (project.Phase != Phase.AwaitingValidation)
        {
            var later = story.Timelines.Values.SelectMany(t => t).Select(e => e.Event).OfType<ConsentRecorded>().Where(c => c.Scope == ConsentScope.Later).MaxBy(c => c.At);
            Assert.True(later is { Given: true }, $"{project.Id}: a relaunch by phone is planned without a consent for later");
        }
    }

    /// <summary>Whether the client said "leave me alone" about another project that is closed by it still, and neither client nor staff answered for this one since.</summary>
    static bool IsLeftAlone(PersonStory story, Project project)
    {
        var refused = story.Projects.Values.Where(p => p.Id != project.Id && p.Closing is { ByClient: true, Outcome.Reason: DeathReason.RefusedContact } && project.SubmittedAt <= p.Closing.At)
            .Select(p => (Instant?)p.Closing!.At).Max();
        return refused is { } at && !story.Timelines[project.Id].Any(
            e => e.At >= at && e.Event is (ContinuationConfirmed or ClientAnswered or ClientReached or ProjectReopened));
    }

    static int CountCalls(PersonStory story, Instant at) => story.Timelines.Values.SelectMany(t => t).Select(e => ReadCall(e.Event)).OfType<(Instant At, bool Outside, bool Counted)>()
        .Count(c => !c.Counted && c.At > at - Duration.FromDays(30) && c.At <= at);

    static Instant? LastObjection(PersonStory story) =>
        story.Timelines.Values.SelectMany(t => t).Where(e => e.Event is ChannelClosed { Channel: Channel.Phone }).Select(e => (Instant?)e.At).Max();

    static (Instant At, bool Outside, bool Counted)? ReadCall(Event e) => e switch
    {
        CallMissed m => (m.At, m.OutsideRules, m.CountedElsewhere is true),
        ClientReached { Direction: CallDirection.Outbound } r => (r.At, r.OutsideRules, r.CountedElsewhere is true),
        _ => null,
    };
}
