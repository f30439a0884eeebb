using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Given;

/// <summary>The story of one project. Given, when and then methods all return a story, so they chain.</summary>
sealed record Story(Policy Policy, Instant Now, Project? ProjectOrNull, ImmutableArray<RecordedEvent> Timeline, ImmutableArray<OutboxMessage> Messages, Decision Last)
{
    public Project Project => ProjectOrNull!;

    public static Story Begin(Submit submit, Policy policy, Instant now) =>
        new Story(policy, now, null, [], [], default).Gives(submit, Who.Website);

    // When.

    public Story Gives(Command command, Actor actor)
    {
        var decision = Decider.Decide(ProjectOrNull, command, actor, Policy, Now);
        return decision.Refusal is not null
            ? this with { Last = decision }
            : this with
            {
                ProjectOrNull = decision.After,
                Timeline = [.. Timeline, .. decision.Events],
                Messages = MessagePolicy.CreateMessages(decision.After!, decision.Events, Policy),
                Last = decision,
            };
    }

    public Story Calls(
        CallOutcome outcome, string? provider = null, LocalDate? until = null, Instant? agreed = null, Evidence facts = Evidence.None) =>
        Gives(new RecordCall(outcome, Now, provider, Until: until, AgreedAt: agreed, Facts: facts), Who.Camille);

    public Story ClientSays(ClientAnswer answer, string? provider = null, LocalDate? until = null, Instant? call = null) =>
        Gives(new AnswerRelaunch(answer, provider, until, call), Who.Jeanne);

    public Story Snoozes(string until, bool endsOnAnswer = true) =>
        Gives(new Snooze(Paris.Day(until), null, endsOnAnswer), Who.Camille);

    /// <summary>Moves the clock without a command.</summary>
    public Story At(string when) => this with { Now = Paris.At(when) };

    public Story After(Duration time) => this with { Now = Now + time };

    public Story WhenDue() => this with { Now = Instant.Max(Now, Project.Next!.DueAt) };

    public Story TimeAdvances() => Gives(new AdvanceTime(), Who.Time);

    /// <summary>Advances time at the wake time of the project.</summary>
    public Story Wakes() => (this with { Now = Instant.Max(Now, Project.WakeAt!.Value) }).TimeAdvances();

    public Story Wakes(int times) => times == 0 ? this : Wakes().Wakes(times - 1);

    /// <summary>Advances time at each wake time up to an instant. <see cref="Messages"/> then holds the messages of all of them.</summary>
    public Story Until(string when)
    {
        var (story, end, mailed) = (this, Paris.At(when), ImmutableArray<OutboxMessage>.Empty);
        while (story.ProjectOrNull!.WakeAt <= end)
        {
            story = story.Wakes();
            mailed = mailed.AddRange(story.Messages);
        }

        return story with { Now = end, Messages = mailed };
    }

    public Story With(Policy policy) => this with { Policy = policy };

    // Then.

    public Story Is(Phase phase, Stage? stage = null)
    {
        Assert.Equal(phase, Project.Phase);
        if (stage is { } wanted) Assert.Equal(wanted, Project.Stage);
        return this;
    }

    public Story NextIs(ActionKind kind, string when, ReasonCode? why = null)
    {
        var next = Project.Next!;
        Assert.Equal((kind, Paris.At(when)), (next.Kind, next.DueAt));
        if (why is { } wanted) Assert.Equal(wanted, next.Why.Code);
        return this;
    }

    public Story NextReads(string sentence, Language language = Language.French)
    {
        Assert.Equal(sentence, Project.Next!.Describe(language, Policy.Calendar));
        return this;
    }

    public Story Happened(params Type[] events)
    {
        Assert.Null(Last.Refusal);
        Assert.Equal(events, Last.Events.Select(e => e.Event.GetType()));
        return this;
    }

    public Story ChangesNothing() => Happened();

    /// <summary>Checks the mails without webhooks. A request to staff counts once, without its reminder and its escalation.</summary>
    public Story Enqueues(params MessageKind[] kinds)
    {
        Assert.Equal(kinds, Messages.Where(m => m.Kind != MessageKind.Webhook && m.EscalationLevel == EscalationLevel.Asked).Select(m => m.Kind));
        return this;
    }

    public Story EnqueuesNoMail() => Enqueues();

    public Story IsRefused(string code)
    {
        Assert.Equal(code, Last.Refusal?.Code);
        return this;
    }

    public Story IsWon(string provider)
    {
        Assert.Equal(Outcome.Won(provider), Project.Outcome);
        return Is(Phase.Won, Stage.Closed).IsOver();
    }

    public Story IsDead(DeathReason reason)
    {
        Assert.Equal(Outcome.Dead(reason), Project.Outcome);
        return Is(Phase.Dead, Stage.Closed).IsOver();
    }

    Story IsOver()
    {
        Assert.Null(Project.Next);
        Assert.Null(Project.WakeAt);
        return this;
    }
}
