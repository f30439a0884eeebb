using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>A deliberate break of the rules, put in place of the production rules.</summary>
/// <param name="Invariant">The invariant that must catch it.</param>
/// <param name="InitialState">The beginning of the name of the initial state that it is caught in.</param>
sealed record Mutant(string Name, string Invariant, string InitialState, RulesUnderTest Rules)
{
    public override string ToString() => Name;
}

/// <summary>The mutants that the model check must catch.</summary>
static class Mutants
{
    const string Company = "company, Monday", Person = "person with consent", Providers = "company with its providers";

    static readonly RulesUnderTest Real = RulesUnderTest.Production;

    public static readonly Mutant[] All =
    [
        new("a cap ignored", "the cap on calls is broken", Person,
            WithDecide((p, c, by, policy, now) => Real.Decide(p, c, by, WithPerson(policy, t => t with { Cap = null }), now))),
        new("a private person called at a company's hours", "a call planned outside the hours", Person,
            WithDecide((p, c, by, policy, now) => Real.Decide(p, c, by, WithPerson(policy, t => t with { Calls = DefaultCadence.Company.Calls }), now))),
        new("a next action forgotten after one call outcome", "an open project without a next action", Company,
            AfterCommand<RecordCall>(c => c.Outcome == CallOutcome.Busy, d => d.After! with { Plan = null })),
        new("a next action not planned again after one call outcome", "a next action left over from the state before", Company, WithDecide(KeepOldPlan)),
        new("a wake time forgotten", "an open project that is not woken in time", Company,
            AfterCommand<RecordCall>(c => c.Outcome == CallOutcome.NeedsInformation, d => d.After! with { Plan = d.After.Plan! with { WakeAt = Instant.MaxValue } })),
        new("a closed project that still relaunches", "a closed project took RelaunchMailed", Company, WithDecide(RelaunchClosed)),
        new("a mail on its way that leaves after the end", "a closed project still relaunches", Company,
            Real with { GetObsoleteReason = (p, m) => p.IsOpen ? Real.GetObsoleteReason(p, m) : null }),
        new("a mail on its way that leaves after the answer", "a relaunch leaves after the answer", Company,
            Real with { GetObsoleteReason = (p, m) => Real.GetObsoleteReason(p with { LastSignOfLifeVersion = 0 }, m) }),
        new("a snooze that ages", "a pause ages", Company, WithDecide(AgeDuringSnooze)),
        new("a repeat that mails twice", "a repeat mails twice", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(c is PickCallBack ? p! with { Agenda = Agenda.Empty } : p, c, by, policy, now))),
        new("a call that is counted twice", "a repeat yields events", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(c is RecordCall ? p! with { Latest = LatestReports.None } : p, c, by, policy, now))),
        new("an attempt counted twice in a half-day", "an attempt counted twice in a half-day", Company, WithDecide(CountEachCall)),
        new("a call of the client that counts", "a call of the client counted towards the cap", Person,
            WithDecide((p, c, by, policy, now) => Real.Decide(p, c is RecordCall call ? call with { Direction = CallDirection.Outbound } : c, by, policy, now))),
        new("a call to a wrong number", "a call planned to a wrong number", Company, WithDecide(CallWrongNumber)),
        new("an undo that moves the plan", "an undo that moves the plan", Company, WithDecide(PlanAnewAfterUndo)),
        new("a stale link accepted", "a closed project moved", Company, WithDecide(AcceptStaleAnswer)),
        new("a stale signal accepted", "a repeat moves the project", Company,
            WithDecide((p, c, by, policy, now) => c is ReportSignal && p is { IsOpen: false, ReopenedAt: null, Erased: false }
                ? Real.Decide(p, new Reopen(null), Who.Nadia, policy, now) : Real.Decide(p, c, by, policy, now))),
        new("an outage that bursts", "an outage bursts", Company, WithDecide(CatchUpInBurst)),
        new("a validated project closed for silence without an approval", "time decided an outcome", Company, WithDecide(CloseForSilence)),
        new("time that decides before it is due", "time decided before it was due", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(c is AdvanceTime && p!.IsOpen ? p with { Plan = p.Plan! with { WakeAt = Instant.Min(p.Plan.WakeAt, now) } } : p, c, by, policy, now))),
        new("an opt-out overlooked", "a mail to a client who wants none", Company,
            Real with { CreateMessages = (p, events, policy) => Real.CreateMessages(p with { Contact = p.Contact with { MayMail = true } }, events, policy) }),
        new("a mail dropped while an undo may bring it back", "a mail dropped by a decision that can be undone", Company, Real with { GetHeldUntil = (_, _, _) => null }),
        new("a closing told at once", "a closing told before it can no longer be undone", Company,
            Real with { CreateMessages = (p, events, policy) => [.. Real.CreateMessages(p, events, policy).Select(m => m with { NotBefore = m.CausedAt })] }),
        new("a closing shown early", "a closing shown early", Company, Real with { GetVisible = (p, _) => p }),
        new("an inactive provider pushed", "a good-chances notice against the charter", Providers,
            WithDecide((p, c, by, policy, now) => Real.Decide(c is SendGoodChances g ? WithPushedProvider(p!, g.Provider) : p, c, by, policy, now))),
        new("a reply that reopens", "reopened without a command of staff", Company,
            WithDecide((p, c, by, policy, now) => c is ReportReply && p is { IsOpen: false, Phase: Phase.Dead, Erased: false }
                ? Real.Decide(p, new Reopen(null), Who.Nadia, policy, now) : Real.Decide(p, c, by, policy, now))),
        new("a signal on a dead project without a question to staff", "a signal on a dead project is not passed on to staff", Company, WithDecide(OverlookSignal)),
        new("a win with an unknown provider, without whose word it is", "won with an unknown provider, without whose word it is", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(p, c is Close { Outcome.IsWon: true } close ? close with { OnWordOf = WordOf.Client } : c, by, policy, now))),
        new("a client called unreachable at once", "unreachable without the attempts or words", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(p, c is Close { Outcome.Reason: DeathReason.Unreachable } close ? close with { Reason = new FreeText("") } : c, by, policy, now))),
        new("any entry withdrawn as a note", "a note withdrawn that was not shared", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(c is WithdrawNote ? p! with { SharedNotes = null } : p, c, by, policy, now))),
        new("a question that comes back until the erasure", "asked again after the last question before the erasure", Company, WithDecide(AskEveryQuarter)),
        new("an approval asked for twice", "a request that is not asked, reminded and escalated once each", Company,
            Real with { CreateMessages = (p, events, policy) => [.. Real.CreateMessages(p, events, policy).SelectMany(m => m.IsStaffRequest ? [m, m with { Id = m.Id + ".again" }] : new[] { m })] }),
        new("an approval without a reminder", "a request that is not asked, reminded and escalated once each", Company,
            Real with { CreateMessages = (p, events, policy) => [.. Real.CreateMessages(p, events, policy).Where(m => m.EscalationLevel != EscalationLevel.Reminded)] }),
        new("a reminder after the decision", "a reminder leaves after the decision", Company,
            Real with { GetObsoleteReason = (p, m) => m.IsStaffRequest ? null : Real.GetObsoleteReason(p, m) }),
        new("a notice asked for before the client wants the provider", "asked about a notice against the charter", Providers, WithDecide(RequestNoticeTooSoon)),
        new("a relaunch spread beyond the window", "a mail planned outside the window", Company, WithDecide(DelayBeyondWindow)),
        new("a client who takes back what staff closed", "the table of rights is not kept", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(c is Undo && by.Role == Role.Client ? p! with { Closing = p.Closing is { } closing ? closing with { ByClient = true } : null } : p, c, by, policy, now))),
        new("sales that follow up", "the table of rights is not kept", Company,
            WithDecide((p, c, by, policy, now) => Real.Decide(p, c, by.Role == Role.Sales ? by with { Role = Role.Manager } : by, policy, now))),
    ];

    static RulesUnderTest WithDecide(Func<Project?, Command, Actor, Policy, Instant, Decision> decide) => Real with { Decide = decide };

    static RulesUnderTest AfterCommand<T>(Func<T, bool> when, Func<Decision, Project> instead)
        where T : Command => WithDecide((p, c, by, policy, now) =>
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return c is T command && when(command) && decision is { Refusal: null, After.IsOpen: true } && !decision.Events.IsEmpty
            ? Decision.Accept(instead(decision), decision.Events)
            : decision;
    });

    static Policy WithPerson(Policy policy, Func<CadenceTable, CadenceTable> change) => policy with
    {
        Cadences = policy.Cadences.ToImmutableDictionary(c => c.Key, c => c.Value with { Person = change(c.Value.Person) }),
    };

    static Decision KeepOldPlan(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return c is RecordCall { Outcome: CallOutcome.Voicemail } && decision.Refusal is null && !decision.Events.IsEmpty
            ? FromEvents(p!, [.. decision.Events.Select(e => e with { Plan = null })])
            : decision;
    }

    static Decision CountEachCall(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(c is RecordCall ? p! with { Latest = LatestReports.None } : p, c, by, policy, now);
        return c is RecordCall && decision.Refusal is null && !decision.Events.IsEmpty ? FromEvents(p!, decision.Events) : decision;
    }

    /// <summary>Plans as if the number were right.</summary>
    static Decision CallWrongNumber(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return decision is { Refusal: null, Events: [.., var last], After: { IsNumberWrong: true, IsOpen: true } after }
            ? FromEvents(p!, decision.Events.SetItem(decision.Events.Length - 1, last with { Plan = NextActionPlanner.CreatePlan(after with { IsNumberWrong = false }, policy, now) }))
            : decision;
    }

    static Decision PlanAnewAfterUndo(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return decision is { Refusal: null, Events: [{ Event: DecisionUndone } undone], After: { IsOpen: true } after }
            ? FromEvents(p!, [undone with { Plan = NextActionPlanner.CreatePlan(after, policy, now + Duration.FromDays(7)) }])
            : decision;
    }

    static Decision RelaunchClosed(Project? p, Command c, Actor by, Policy policy, Instant now) => c is AdvanceTime && !p!.IsOpen
        ? FromEvents(p, [new RecordedEvent(p.Version + 1, now, by.Role, by.Id, new RelaunchMailed(1, RelaunchKind.First))])
        : Real.Decide(p, c, by, policy, now);

    static Decision AgeDuringSnooze(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        if (c is not AdvanceTime || p is not { Agenda: { Snooze: not null, AgreedCall: null }, Next.Kind: ActionKind.Mail, Stage: Stage.Relaunching }) return Real.Decide(p, c, by, policy, now);
        var decision = Real.Decide(p with { Agenda = p.Agenda with { Snooze = null }, Plan = p.Plan! with { WakeAt = now } }, c, by, policy, now);
        return FromEvents(p, decision.Events);
    }

    static Decision AcceptStaleAnswer(Project? p, Command c, Actor by, Policy policy, Instant now) =>
        c is AnswerRelaunch { Answer: ClientAnswer.StillLooking } && p is { IsOpen: false, UndoPoint: not null }
            ? Real.Decide(Evolution.Apply(p, new RecordedEvent(p.Version, now, by.Role, by.Id, new ClosingUndone())), c, by, policy, now)
            : Real.Decide(p, c, by, policy, now);

    static Decision CatchUpInBurst(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        if (c is not AdvanceTime || !p!.IsOpen) return Real.Decide(p, c, by, policy, now);
        var (project, events) = (p, ImmutableArray<RecordedEvent>.Empty);
        while (project.WakeAt <= now)
        {
            var step = Real.Decide(project, c, by, policy, project.WakeAt.Value);
            if (step.Events.IsEmpty) break;
            (project, events) = (step.After!, events.AddRange(step.Events));
        }

        return Decision.Accept(project, events);
    }

    static Decision CloseForSilence(Project? p, Command c, Actor by, Policy policy, Instant now) =>
        c is AdvanceTime && p is { Stage: Stage.ApprovalAsked } && p.WakeAt <= now
            ? FromEvents(p, [new RecordedEvent(p.Version + 1, now, by.Role, by.Id, new ProjectClosed(Outcome.Dead(DeathReason.NoSignOfLife), ClosingSource.Silence))])
            : Real.Decide(p, c, by, policy, now);

    static Decision AskEveryQuarter(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return decision is { Refusal: null, Events: [{ Event: QuarterPassed passed } only] } ? FromEvents(p!, [only with { Event = new ApprovalAsked(passed.Quarter) }]) : decision;
    }

    static Decision OverlookSignal(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return c is ReportSignal && decision is { Refusal: null, Events: [var signalled, { Event: ReopeningAsked }] } ? FromEvents(p!, [signalled]) : decision;
    }

    static Decision RequestNoticeTooSoon(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        return c is ReportProviderAction && decision is { Refusal: null, Events: [var acted] }
            ? FromEvents(p!, [acted, new RecordedEvent(acted.Seq + 1, now, by.Role, by.Id, new GoodChancesAsked("PR-1"))])
            : decision;
    }

    static Decision DelayBeyondWindow(Project? p, Command c, Actor by, Policy policy, Instant now)
    {
        var decision = Real.Decide(p, c, by, policy, now);
        if (decision is not { Refusal: null, Events: [.., { Plan: { Next: { Kind: ActionKind.Mail } next } plan } last] }) return decision;
        var spread = plan with { Next = next with { DueAt = next.DueAt + Duration.FromHours(12) }, WakeAt = plan.WakeAt + Duration.FromHours(12) };
        return FromEvents(p!, decision.Events.SetItem(decision.Events.Length - 1, last with { Plan = spread }));
    }

    static Project WithPushedProvider(Project p, string provider) => p with { Providers = [p.GetProviderState(provider) with { Acted = true, ClientInterested = true, Notified = false }] };

    static Decision FromEvents(Project before, ImmutableArray<RecordedEvent> events) =>
        Decision.Accept(events.Aggregate(before, (p, e) => Evolution.Apply(p, e)), events);
}
