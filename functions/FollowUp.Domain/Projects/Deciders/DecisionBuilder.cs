using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Collects the events of one decision. Each event is folded at once, and the last one carries the new plan.</summary>
/// <param name="project">The project before the decision; null before its submission.</param>
/// <param name="actor">Who decides.</param>
/// <param name="policy">Cadences, calendar and settings.</param>
/// <param name="now">The instant of the decision.</param>
/// <param name="person">The client over all their projects before the decision; null when nothing is known beyond the project.</param>
sealed class DecisionBuilder(Project? project, Actor actor, Policy policy, Instant now, Person? person = null)
{
    readonly ImmutableArray<RecordedEvent>.Builder events = ImmutableArray.CreateBuilder<RecordedEvent>(0);
    readonly Project? before = project;
    Project? after = project;

    /// <summary>The state after the events so far.</summary>
    /// <exception cref="InvalidOperationException">There is no event and there was no project before.</exception>
    public Project Project => after ?? throw new InvalidOperationException("A project has no state before its submission");

    public Actor Actor => actor;

    public Instant Now => now;

    public Policy Policy => policy;

    /// <summary>The table that the current cycle of the project runs by.</summary>
    public CadenceTable Table => policy.TableFor(Project);

    /// <summary>The term of a consent that is given now, in months.</summary>
    public int ConsentMonths => policy.Cadences[policy.Current].ConsentMonths;

    public WorkingCalendar Calendar => policy.Calendar;

    /// <summary>Whether the client's category of service allows relaunches that they did not ask for.</summary>
    public bool MayRelaunch => policy.MayRelaunch(Project.ClientType, Project.Category);

    /// <summary>Whether a relaunch by mail may leave.</summary>
    public bool MayRelaunchByMail => MayRelaunch && Project.Contact.MayMail;

    /// <summary>Days and times as the client reads them.</summary>
    public WorkingCalendar ClientCalendar => CallClock.ClientCalendar;

    /// <summary>When the client may be called.</summary>
    public CallClock CallClock => policy.GetCallClock(Table, Project.CalledAs, Project.TimeZone);

    /// <summary>How the client may be contacted after the events so far, as all their projects make it.</summary>
    public ContactRights Contact => Person is { } known ? PersonRules.GetContact(known, Project, now) : Project.Contact;

    /// <summary>Whether another project of the person may be called, as far as the person's record tells.</summary>
    public bool MayCallElsewhere => !Project.Erased && Person is { } known && PersonRules.MayCallElsewhere(known, Project, now);

    /// <summary>Whether another open project of the person may get mails, as far as the person's record tells.</summary>
    public bool MayMailElsewhere => !Project.Erased && Person is { } known && PersonRules.MayMailElsewhere(known, Project);

    /// <summary>Whether the person's objection is on record from other projects and not from this one.</summary>
    public bool IsObjectedElsewhereOnly(ObjectionKind kind) => !Project.Erased && Person is { } known
        && known.Objections.Any(o => o.Kind == kind) && known.Objections.All(o => o.Kind != kind || o.Project != Project.Id);

    /// <summary>The client over all their projects after the events so far; null when nothing is known beyond the project.</summary>
    Person? Person => person is null || after is null || events.Count == 0
        ? person
        : PersonEvolution.Apply(person, before?.Version ?? 0, after, events.ToImmutable());

    /// <summary>Whether this consent, or its withdrawal, is recorded already: here, or on another project of the person.</summary>
    public bool HasConsent(RecordConsent c)
    {
        var at = Instant.Min(c.At, now);
        return Project.Latest.Consent == new LastConsent(c.Scope, c.Given, at)
            || (Person is { } client && client.Consents.Any(known => known.Scope == c.Scope && known.Given == c.Given && known.At == at));
    }

    /// <summary>Whether a conversation with this id is recorded on another project of the person.</summary>
    public bool IsCallCounted(string? call) => call is not null && Person is { } known && known.HasCall(call);

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

    /// <summary>Plans again, whatever the events changed.</summary>
    public Decision BuildWithNewPlan() => Build(NextActionPlanner.CreatePlan(Project, policy, now));

    /// <summary>
    /// Ends the decision. The order matters: questions to staff and a change of the contact rights are events too, the cadence of a new cycle changes the plan, and the plan sees
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

        AppendContactChange();
        AdoptCurrentCadence();
        return Build(PlanIfChanged());
    }

    Decision Build(Plan? plan)
    {
        if (plan is not null)
        {
            events[^1] = events[^1] with { Plan = plan };
            Project.SetPlan(plan);
        }

        return Decision.Accept(Project, events.DrainToImmutable());
    }

    /// <summary>Appends what the person's other projects changed, so that the plan sees it. It is an event, so that the timeline explains the plan.</summary>
    public void AppendContactChange()
    {
        if (after is not { IsOpen: true } || Person is not { } known)
        {
            return;
        }

        var contact = PersonRules.GetContact(known, after, now);
        if (contact != after.Contact)
        {
            Append(new ContactUpdated(contact));
        }

        if (contact.LeftAloneSince is not null && !Project.IsContinuationPending)
        {
            Append(new ContinuationAsked());
        }
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

    /// <summary>The new plan; null when the plan of before stands. A new staff member in charge takes a call or an approval over as it is planned.</summary>
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
