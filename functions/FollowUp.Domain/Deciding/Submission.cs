using NodaTime;

namespace FollowUp.Domain;

/// <summary>A website posts a project: it is in somebody's charge and has a next action from its first event on.</summary>
static class Submission
{
    public static Decision Decide(Submit c, Actor actor, Policy policy, Instant now) => actor.Role != Role.Website
        ? Decision.Refuse(Refusals.NotAllowed)
        : new Turn(null, actor, policy, now)
            .Happens(new ProjectSubmitted(
                c.ProjectId, c.ClientId, c.ClientType, c.Language, c.Category, c.MayCall, c.Evidence, c.Deadline,
                Instant.Min(c.SubmittedAt, now), policy.Current))
            .Happens(new CoordinatorAssigned(c.Coordinator, ByAssignment: true))
            .Done();
}
