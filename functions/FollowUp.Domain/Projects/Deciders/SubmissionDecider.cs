using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides the submission of a project. Its events put a coordinator in charge and give the project its first next action.</summary>
static class SubmissionDecider
{
    public static Decision Decide(Submit c, Actor actor, Policy policy, Instant now) => actor.Role != Role.Website
        ? Decision.Refuse(Refusals.NotAllowed)
        : new DecisionBuilder(null, actor, policy, now)
            .Append(new ProjectSubmitted(
                c.ProjectId, c.ClientId, c.ClientType, c.Language, c.Category, c.MayCall, c.Evidence, c.Deadline,
                Instant.Min(c.SubmittedAt, now), policy.Current))
            .Append(new CoordinatorAssigned(c.Coordinator, ByAssignment: true))
            .Build();
}
