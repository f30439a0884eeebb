using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>The functions that the check of two projects runs on. A mutant replaces one of them.</summary>
sealed record PersonRulesUnderTest(
    Func<Project?, Command, Actor, Instant, Person, Decision> Decide,
    Func<Person, long, Project, ImmutableArray<RecordedEvent>, Person> Fold,
    Func<Project, OutboxMessage, string?> GetObsoleteReason)
{
    public static readonly PersonRulesUnderTest Production = new(
        (project, command, actor, now, person) => Decider.Decide(project, command, actor, Policy.Default, now, person), PersonEvolution.Apply, MessagePolicy.GetObsoleteReason);
}
