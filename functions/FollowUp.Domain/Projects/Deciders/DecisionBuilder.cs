using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>One decision in the making: events are folded as they happen, and the last one carries what is next.</summary>
sealed class DecisionBuilder(Project? before, Actor actor, Policy policy, Instant now)
{
    readonly ImmutableArray<RecordedEvent>.Builder events = ImmutableArray.CreateBuilder<RecordedEvent>();

    readonly Project? origin = before;
    Project? after = before;

    public Project Project => after ?? throw new InvalidOperationException("The project is not submitted yet.");

    public Actor Actor => actor;

    public Policy Policy => policy;

    public Instant Now => now;

    public CadenceTable Table => policy.TableFor(Project);

    public WorkingCalendar Calendar => policy.Calendar;

    public DecisionBuilder Append(Event @event)
    {
        var recorded = new RecordedEvent((after?.Version ?? 0) + 1, now, actor.Role, actor.Id, @event);
        after = Evolution.Apply(after, recorded);
        events.Add(recorded);
        return this;
    }

    /// <summary>The same next action, looked at again later.</summary>
    public Decision BuildWithWakeAt(Instant wakeAt) => Build(new Plan(Project.Next!, wakeAt));

    public Decision Build()
    {
        if (events.Count == 0)
        {
            return Decision.Accept(Project, []);
        }

        if (origin is not null)
        {
            ProviderDecider.AppendNoticeRequests(this, origin);
        }

        AdoptCurrentCadence();
        return Build(PlanIfChanged());
    }

    Decision Build(Plan? plan)
    {
        if (plan is not null)
        {
            events[^1] = events[^1] with { Plan = plan };
            after = Project with { Next = plan.Next, WakeAt = plan.WakeAt };
        }

        return Decision.Accept(Project, events.ToImmutable());
    }

    /// <summary>
    /// A project keeps the cadence that it started a cycle with; a sign of life, the end of a pause and a call-back for want of
    /// information start the next cycle.
    /// </summary>
    void AdoptCurrentCadence()
    {
        if (Project.IsOpen && origin is not null && Project.CadenceVersion != policy.Current
            && (origin.LastSignOfLifeVersion != Project.LastSignOfLifeVersion
                || events.Any(e => e.Event is SnoozeEnded or InformationAwaitedInVain)))
        {
            Append(new CadenceTaken(policy.Current));
        }
    }

    Plan? PlanIfChanged()
    {
        if (!Project.IsOpen)
        {
            return null;
        }

        if (origin?.Next is not { } next || NextActionPlanner.NeedsNewPlan(origin, Project))
        {
            return NextActionPlanner.CreatePlan(Project, policy, now);
        }

        return next.Kind is ActionKind.Call or ActionKind.Approve && next.By != Project.Responsible
            ? new Plan(next with { By = Project.Responsible }, origin.WakeAt!.Value)
            : null;
    }
}
