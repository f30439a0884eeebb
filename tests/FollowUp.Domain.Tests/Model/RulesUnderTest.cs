using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The functions that the model check runs on. A mutant replaces one of them.</summary>
sealed record RulesUnderTest(
    Func<Project?, Command, Actor, Policy, Instant, Decision> Decide,
    Func<Project, ImmutableArray<RecordedEvent>, Policy, ImmutableArray<OutboxMessage>> CreateMessages,
    Func<Project, OutboxMessage, string?> GetObsoleteReason,
    Func<Project, OutboxMessage, Instant, Instant?> GetHeldUntil,
    Func<Project, Instant, Project> GetVisible)
{
    public static readonly RulesUnderTest Production = new(
        (project, command, actor, policy, now) => Decider.Decide(project, command, actor, policy, now), MessagePolicy.CreateMessages, MessagePolicy.GetObsoleteReason,
        MessagePolicy.GetHeldUntil, (project, now) => project.GetVisible(now));
}
