using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Given;

/// <summary>The story of one person with several projects. Given, when and then methods all return a story, so they chain.</summary>
sealed record PersonStory(Policy Policy, Instant Now, Person Person, ImmutableDictionary<string, Project> Projects, ImmutableDictionary<string, ImmutableArray<RecordedEvent>> Timelines, Decision Last)
{
    public static PersonStory Of(string when, string client = "C-881", Policy? policy = null) => new(
        policy ?? Policy.Default, Paris.At(when), Person.Create(client), ImmutableDictionary<string, Project>.Empty, ImmutableDictionary<string, ImmutableArray<RecordedEvent>>.Empty, default);

    public Project this[string id] => Projects[id];

    public PersonStory At(string when) => this with { Now = Paris.At(when) };

    public PersonStory After(Duration time) => this with { Now = Now + time };

    /// <summary>Posts a project of a private person with consent, now.</summary>
    public PersonStory Posts(string id, Func<Submit, Submit>? with = null)
    {
        var submit = A.PersonProject.Submission with { ProjectId = id, SubmittedAt = Now, Consent = new GivenConsent(ConsentScope.Request, Now) };
        return Gives(id, with is null ? submit : with(submit), Who.Website);
    }

    public PersonStory Gives(string id, Command command, Actor actor)
    {
        var before = Projects.GetValueOrDefault(id);
        var decision = Decider.Decide(before, command, actor, Policy, Now, Person);
        if (decision.Refusal is not null || decision.Events.IsEmpty)
        {
            return this with { Last = decision };
        }

        var person = PersonEvolution.Apply(Person, before?.Version ?? 0, decision.After!, decision.Events);
        return this with
        {
            Person = person,
            Projects = Projects.SetItem(id, decision.After!),
            Timelines = Timelines.SetItem(id, [.. Timelines.GetValueOrDefault(id, []), .. decision.Events]),
            Last = decision,
        };
    }

    public PersonStory Calls(string id, CallOutcome outcome, string? call = null) => Gives(id, new RecordCall(outcome, Now) { Call = call }, Who.Camille);

    public PersonStory Looks(string id) => Gives(id, new AdvanceTime(), Who.Time);

    /// <summary>Every project looks again, as after a signal.</summary>
    public PersonStory AllLook() => Projects.Keys.Order(StringComparer.Ordinal).Aggregate(this, (story, id) => story.Looks(id));

    // Then.

    public PersonStory NextIs(string id, ActionKind kind, string when)
    {
        var next = Projects[id].Next!;
        Assert.Equal((kind, Paris.At(when)), (next.Kind, next.DueAt));
        return this;
    }

    public PersonStory LastCallWasOutside(bool expected)
    {
        var outside = Last.Events.Select(e => e.Event switch { CallMissed m => m.OutsideRules, ClientReached r => r.OutsideRules, _ => (bool?)null }).First(o => o is not null);
        Assert.Equal(expected, outside);
        return this;
    }
}
