using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>
/// Decides the submission of a project. Its events put a coordinator in charge and give the project its first next action. A submission from before the
/// erasure of its client is refused, so that no late copy brings the person back.
/// </summary>
static class SubmissionDecider
{
    public static Decision Decide(Submit c, Actor actor, Policy policy, Instant now, Person? person) => actor.Role != Role.Website
        ? Decision.Refuse(Refusals.NotAllowed)
        : person?.ErasedAt > c.SubmittedAt ? Decision.Refuse(Refusals.SubmittedBeforeErasure)
        : new DecisionBuilder(null, actor, policy, now, person)
            .Append(new ProjectSubmitted(
                c.ProjectId, c.ClientId, c.ClientType, c.Language, c.Category, MayCall(c, policy.Calendar), c.Evidence, c.Deadline,
                Instant.Min(c.SubmittedAt, now), policy.Current)
            {
                TimeZone = c.TimeZone,
                SoleTrader = c is { ClientType: ClientType.Company, SoleTrader: true } ? true : null,
                Consent = c is { ClientType: ClientType.Person, Consent: { } consent }
                    ? consent with { Months = policy.Cadences[policy.Current].ConsentMonths }
                    : null,
            })
            .Append(new CoordinatorAssigned(c.Coordinator, ByAssignment: true))
            .WithholdFacts(policy)
            .Build();

    /// <summary>Withholds what the department does not publish of a new project. The coordinator may publish it.</summary>
    public static DecisionBuilder WithholdFacts(this DecisionBuilder decision, Policy policy) =>
        policy.WithheldFromStart.Aggregate(decision, (built, fact) => built.Append(new FactShared(fact, Published: false)));

    /// <summary>A consent whose term had ended before the submission is none, although the submission is a contact of the person.</summary>
    static bool MayCall(Submit c, WorkingCalendar calendar) =>
        c.MayCall && (c is not { ClientType: ClientType.Person, Consent: { } consent } || c.SubmittedAt < calendar.AddMonths(consent.At, consent.Months));
}
