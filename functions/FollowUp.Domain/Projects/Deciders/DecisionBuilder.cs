using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Collects the events of one decision. Each event is folded at once, and the last one carries the new plan.</summary>
/// <param name="project">The project before the decision; null before its submission.</param>
sealed class DecisionBuilder(Project? project, Actor actor, Policy policy, Instant now)
{
    readonly ImmutableArray<RecordedEvent>.Builder events = ImmutableArray.CreateBuilder<RecordedEvent>();
    readonly Project? before = project;
    Project? after = project;

    /// <summary>The state after the events so far.</summary>
    /// <exception cref="InvalidOperationException">There is no event and there was no project before.</exception>
    public Project Project => after ?? throw new InvalidOperationException("A project has no state before its submission");

    public Actor Actor => actor;

    public Instant Now => now;

    /// <summary>The table that the current cycle of the project runs by.</summary>
    public CadenceTable Table => policy.TableFor(Project);

    public WorkingCalendar Calendar => policy.Calendar;

    public DecisionBuilder Append(Event @event)
    {
        var recorded = new RecordedEvent(
            (after?.Version ?? 0) + 1, now, actor.Role, actor.Id, @event, First: events.Count == 0 ? null : events[0].Seq);
        after = Evolution.Apply(after, recorded);
        events.Add(recorded);
        return this;
    }

    /// <summary>Keeps the next action and changes only when the driver looks again.</summary>
    public Decision BuildWithWakeAt(Instant wakeAt) => Build(new Plan(Project.Next!, wakeAt));

    /// <summary>
    /// Ends the decision. The order matters: questions to staff are events too, the cadence of a new cycle changes the plan, and the plan sees
    /// the state after all of them.
    /// </summary>
    public Decision Build()
    {
        if (events.Count == 0)
        {
            return Decision.Accept(Project, []);
        }

        if (before is not null)
        {
            ProviderDecider.AppendNoticeRequests(this, before);
        }

        AdoptCurrentCadence();
        return Build(PlanIfChanged());
    }

    Decision Build(Plan? plan)
    {
        if (plan is not null)
        {
            events[^1] = events[^1] with { Plan = plan };
            after = Project with { Plan = plan };
        }

        return Decision.Accept(Project, events.ToImmutable());
    }

    /// <summary>
    /// A project keeps the cadence of its cycle. A sign of life, the end of a pause and missing information that did not arrive start the next
    /// cycle, which takes the current cadence.
    /// </summary>
    void AdoptCurrentCadence()
    {
        if (!IsUndo && Project.IsOpen && before is not null && Project.Cycle.CadenceVersion != policy.Current
            && (before.LastSignOfLifeVersion != Project.LastSignOfLifeVersion
                || events.Any(e => e.Event is SnoozeEnded or InformationAwaitedInVain)))
        {
            Append(new CadenceTaken(policy.Current));
        }
    }

    /// <summary>Whether the decision begins with an undo.</summary>
    bool IsUndo => events[0].Event is ClosingUndone or DecisionUndone;

    /// <summary>The new plan; null when the plan of before stands. A new person in charge takes a call or an approval over as it is planned.</summary>
    Plan? PlanIfChanged()
    {
        if (!Project.IsOpen)
        {
            return null;
        }

        // An undo alone puts the plan from before back; what follows it in the same decision is planned.
        var planned = IsUndo ? Project.Plan : before?.Plan;
        if (planned is null || (IsUndo ? events.Count > 1 : NextActionPlanner.NeedsNewPlan(before!, Project)))
        {
            return NextActionPlanner.CreatePlan(Project, policy, now);
        }

        return planned.Next.Kind is ActionKind.Call or ActionKind.Approve && planned.Next.By != Project.Responsible
            ? planned with { Next = planned.Next with { By = Project.Responsible } }
            : null;
    }
}
