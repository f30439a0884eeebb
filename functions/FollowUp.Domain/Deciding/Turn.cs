using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>One decision in the making: events are folded as they happen, and the last one carries what is next.</summary>
sealed class Turn(Project? before, Actor actor, Policy policy, Instant now)
{
    readonly ImmutableArray<Recorded>.Builder events = ImmutableArray.CreateBuilder<Recorded>();

    readonly Project? origin = before;
    Project? after = before;

    public Project Project => after ?? throw new InvalidOperationException("The project is not submitted yet.");

    public Actor Actor => actor;

    public Policy Policy => policy;

    public Instant Now => now;

    public CadenceTable Table => policy.TableFor(Project);

    public WorkingCalendar Calendar => policy.Calendar;

    public Turn Happens(Event @event)
    {
        var recorded = new Recorded((after?.Version ?? 0) + 1, now, actor.Role, actor.Id, @event);
        after = Evolution.Apply(after, recorded);
        events.Add(recorded);
        return this;
    }

    /// <summary>The same next action, looked at again later.</summary>
    public Decision LookAgainAt(Instant wakeAt) => Done(new Plan(Project.Next!, wakeAt));

    public Decision Done()
    {
        if (events.Count == 0)
        {
            return Decision.Accept(Project, []);
        }

        if (origin is not null)
        {
            Providers.AskForNotices(this, origin);
        }

        TakeTheCurrentCadence();
        return Done(PlanIfChanged());
    }

    Decision Done(Plan? plan)
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
    void TakeTheCurrentCadence()
    {
        if (Project.IsOpen && origin is not null && Project.CadenceVersion != policy.Current
            && (origin.LastSignOfLifeBy != Project.LastSignOfLifeBy
                || events.Any(e => e.Event is SnoozeEnded or InformationAwaitedInVain)))
        {
            Happens(new CadenceTaken(policy.Current));
        }
    }

    Plan? PlanIfChanged()
    {
        if (!Project.IsOpen)
        {
            return null;
        }

        if (origin?.Next is not { } next || Planning.Differs(origin, Project))
        {
            return Planning.Next(Project, policy, now);
        }

        var inCharge = Project.InCharge ?? NextAction.ByManager;
        return next.Kind is ActionKind.Call or ActionKind.Approve && next.By != inCharge
            ? new Plan(next with { By = inCharge }, origin.WakeAt!.Value)
            : null;
    }
}
