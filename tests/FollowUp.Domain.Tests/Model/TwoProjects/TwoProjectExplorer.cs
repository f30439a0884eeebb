using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>
/// Searches the lives of one person with two projects breadth first: every command on either project in every order, at coarse times. A state is
/// checked as it is and after each project looked again; the search goes on from both.
/// </summary>
sealed class TwoProjectExplorer(PersonRulesUnderTest rules, int depth, string? begin = null, string? stopAt = null)
{
    const string A = "A", B = "B";

    /// <summary>Whole weeks, so that each call is at an hour of a Monday at which the law allows calls.</summary>
    static readonly Duration[] Steps = [Duration.FromMinutes(1), Duration.FromDays(7), Duration.FromDays(28), Duration.FromDays(798)];

    /// <summary>No two commands have the same instant.</summary>
    static readonly Duration OneSecond = Duration.FromSeconds(1);

    readonly HashSet<string> known = [];
    readonly SortedDictionary<string, string> violations = new(StringComparer.Ordinal);

    public int States => known.Count;

    public long Transitions { get; private set; }

    public IReadOnlyDictionary<string, string> Violations => violations;

    public TwoProjectExplorer Run()
    {
        var frontier = CreateBeginnings().Where(b => begin is null || b.Name == begin).Select(b => b.State).ToList();
        foreach (var state in frontier) known.Add(state.Key);
        for (var level = 0; level < depth && frontier.Count > 0; level++)
        {
            var found = new List<TwoProjectState>[frontier.Count];
            Parallel.For(0, frontier.Count, i => found[i] = IsStopped() ? [] : [.. GetNext(frontier[i])]);
            frontier = [];
            foreach (var next in found.SelectMany(f => f))
            {
                Transitions++;
                if (known.Add(next.Key)) frontier.Add(next);
            }

            if (IsStopped()) break;
        }

        return this;
    }

    bool IsStopped()
    {
        lock (violations) return stopAt is not null && violations.ContainsKey(stopAt);
    }

    /// <summary>From the first posting, and from lives whose next step is at the edge of a rule.</summary>
    IEnumerable<(string Name, TwoProjectState State)> CreateBeginnings()
    {
        var empty = new TwoProjectState(
            Paris.At("2026-11-23 11:00 +01"), Person.Create("C-881"), ImmutableSortedDictionary<string, Project>.Empty, ContactLedger.Empty, [], null, "nothing");
        var one = Post(empty, A, ConsentScope.Request);
        var two = Look(Post(one, B, ConsentScope.Request));
        yield return (TwoProjectBeginnings.One, one);
        yield return (TwoProjectBeginnings.ThreeCalls, Look(Call(Call(Call(two, A, CallOutcome.NoAnswer)!, B, CallOutcome.NoAnswer)!, A, CallOutcome.NoAnswer)!));
        yield return (TwoProjectBeginnings.InFollowUp, Look(Call(Call(two, A, CallOutcome.Serious, "call")!, B, CallOutcome.Serious, "call")!));
    }

    IEnumerable<TwoProjectState> GetNext(TwoProjectState state)
    {
        foreach (var next in GetMoves(state).OfType<TwoProjectState>())
        {
            yield return next;
            var looked = Look(next);
            CheckPlans(looked);
            yield return looked;
        }

        foreach (var step in Steps)
        {
            var later = Look(state with { Now = state.Now + step, Parent = state, Move = step });
            CheckPlans(later);
            yield return later;
        }
    }

    IEnumerable<TwoProjectState?> GetMoves(TwoProjectState state)
    {
        if (!state.Projects.ContainsKey(B))
        {
            yield return Post(state, B, ConsentScope.Request);
            yield return Post(state, B, ConsentScope.Later);
            yield return Post(state, B, null);
        }

        foreach (var project in state.Projects.Values)
        {
            var id = project.Id;
            if (project.IsOpen)
            {
                yield return Call(state, id, CallOutcome.NoAnswer);
                yield return Call(state, id, Reached(project));
                yield return Call(state, id, CallOutcome.DoNotCall);
                yield return Give(state, id, new AnswerRelaunch(ClientAnswer.StillLooking), Who.Jeanne, new ContactFact(FactKind.SignOfLife, id, 0, state.Now));
                yield return Give(state, id, new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Who.Jeanne, new ContactFact(FactKind.LeftAlone, id, 0, state.Now));
            }
            else
            {
                yield return Give(state, id, new Reopen(null), Who.Camille, new ContactFact(FactKind.GoesOn, id, 0, state.Now));
            }

            if (state.IsContinuationPending(id)) yield return Give(state, id, new Approve(false), Who.Camille, new ContactFact(FactKind.GoesOn, id, 0, state.Now));
            yield return Give(state, id, new OptOut(Channel.Mail), Who.Jeanne, new ContactFact(FactKind.NoMails, id, 0, state.Now));
            yield return Give(state, id, new Undo(), Who.Camille);
        }

        foreach (var (scope, given) in new[] { (ConsentScope.Later, true), (ConsentScope.Later, false), (ConsentScope.Request, true), (ConsentScope.Request, false) })
        {
            yield return Give(
                state, A, new RecordConsent(scope, given, state.Now), Who.Website, new ContactFact(FactKind.Consent, A, 0, state.Now, scope, given, ByItself: true));
        }

        if (state.Projects.Count == 2 && state.Projects.Values.All(p => p.IsOpen))
        {
            var conversation = $"call-{state.Now}";
            yield return Call(state, A, Reached(state.Projects[A]), conversation) is { } first ? Call(first, B, Reached(state.Projects[B]), conversation) : null;
        }
    }

    static CallOutcome Reached(Project project) => project.Phase == Phase.AwaitingValidation ? CallOutcome.Serious : CallOutcome.StillLooking;

    TwoProjectState Post(TwoProjectState state, string id, ConsentScope? scope)
    {
        var submit = Given.A.PersonProject.Submission with
        {
            ProjectId = id,
            SubmittedAt = state.Now,
            MayCall = scope is not null,
            Consent = scope is { } given ? new GivenConsent(given, state.Now) : null,
        };
        var posted = new ContactFact(FactKind.Posted, id, 1, state.Now);
        return Give(state, id, submit, Who.Website, scope is { } s ? [posted, new ContactFact(FactKind.Consent, id, 1, state.Now, s, Given: true)] : [posted])!;
    }

    /// <summary>A call, which must be flagged exactly when the reader says that it is against the rules.</summary>
    TwoProjectState? Call(TwoProjectState state, string id, CallOutcome outcome, string? conversation = null)
    {
        ContactFact[] facts = [new ContactFact(FactKind.Call, id, 0, state.Now, Conversation: conversation)];
        if (outcome != CallOutcome.NoAnswer) facts = [.. facts, new ContactFact(FactKind.SignOfLife, id, 0, state.Now)];
        if (outcome == CallOutcome.DoNotCall) facts = [.. facts, new ContactFact(FactKind.NoCalls, id, 0, state.Now)];
        if (Apply(state, id, new RecordCall(outcome, state.Now) { Call = conversation }, Who.Camille, facts) is not { } after) return null;

        var isCounted = conversation is not null && state.Ledger.Facts.Any(f => f.Conversation == conversation);
        var why = isCounted ? null : WhyOutside(state, state.Projects[id]);
        if (why != "too near to say" && (why is not null) != after.IsFlagged) Violate(why is null ? "a lawful call flagged" : "a call against the rules that is not flagged", state, why ?? id);
        return after.State;
    }

    static string? WhyOutside(TwoProjectState state, Project project)
    {
        var ledger = state.Ledger;
        if (ledger.CountCalls(state.Now) >= 4) return "a fifth call in thirty days";
        if (ledger.NoCallsSince is { } refused && state.Now >= refused + Duration.FromDays(59) && state.Now < refused + Duration.FromDays(61)) return "too near to say";
        if (ledger.IsQuiet(state.Now)) return "a call within sixty days of a refusal";
        if (ledger.IsLeftAlone(project.Id)) return "a person who wants to be left alone";
        if (CallHours.IsClosed(state.Now)) return "a call outside the hours";

        // After the validation a call is a relaunch, which needs the consent for later, unless it answers what the client wrote.
        return ledger.WhyNoConsent(project.Id, state.Now, isRelaunch: project is { Phase: not Phase.AwaitingValidation, ReplyWaitsSince: null });
    }

    sealed record Answered(TwoProjectState State, bool IsFlagged);

    Answered? Apply(TwoProjectState state, string id, Command command, Actor actor, ContactFact[] facts)
    {
        var before = state.Projects.GetValueOrDefault(id);
        var decision = rules.Decide(before, command, actor, state.Now, state.Person);
        if (decision.Refusal is not null || (decision.Events.IsEmpty && facts.All(f => f.Kind != FactKind.NoMails))) return null;

        var first = (before?.Version ?? 0) + 1;
        var after = decision.After!;
        var ledger = state.Ledger.Add([.. facts.Select(f => f with { Seq = first })]);
        foreach (var e in decision.Events.Select(e => e.Event))
        {
            if (e is DecisionUndone undone) ledger = new(ledger.Facts.RemoveAll(f => f.Project == id && f.Seq >= undone.FirstVersion && f.Seq < first));
            if (e is ProjectReopened or ClosingUndone) ledger = new(ledger.Facts.RemoveAll(f => f.Project == id && f.Kind == FactKind.LeftAlone));

            // Staff who take back that a client closed a project say that it goes on.
            if (e is ClosingUndone) ledger = ledger.Add(new ContactFact(FactKind.GoesOn, id, first, state.Now));
        }

        var flagged = decision.Events.Any(e => e.Event is CallMissed { OutsideRules: true } or ClientReached { OutsideRules: true });
        return new Answered(
            state with
            {
                Person = decision.Events.IsEmpty ? state.Person : rules.Fold(state.Person, before?.Version ?? 0, after, decision.Events),
                Projects = state.Projects.SetItem(id, after),
                Ledger = ledger,
                Mails = AddMails(state, after, decision),
                Now = state.Now + (command is AdvanceTime ? Duration.Zero : OneSecond),
                Parent = command is AdvanceTime ? state.Parent : state,
                Move = command is AdvanceTime ? state.Move : (id, command),
            },
            flagged);
    }

    TwoProjectState? Give(TwoProjectState state, string id, Command command, Actor actor, params ContactFact[] facts) => Apply(state, id, command, actor, facts)?.State;

    /// <summary>The newest unasked mail of each project, which may wait for long.</summary>
    static ImmutableArray<OutboxMessage> AddMails(TwoProjectState state, Project after, Decision decision)
    {
        if (decision.Events.IsEmpty) return state.Mails;
        var newest = MessagePolicy.CreateMessages(after, decision.Events, Policy.Default).LastOrDefault(m => MessagePolicy.IsUnasked(m.Kind));
        return newest is null ? state.Mails : [.. state.Mails.Where(m => m.ProjectId != after.Id), newest];
    }

    /// <summary>Each project looks until nothing is due, as its driver does.</summary>
    TwoProjectState Look(TwoProjectState state)
    {
        foreach (var id in state.Projects.Keys)
        {
            for (var looks = 0; looks < 5; looks++)
            {
                if (Give(state, id, new AdvanceTime(), Who.Time) is not { } looked) break;
                if (looks == 4) Violate("time is never done at one instant", state, id);
                state = looked;
            }
        }

        return state with { HasLooked = true };
    }

    void CheckPlans(TwoProjectState state)
    {
        foreach (var project in state.Projects.Values.Where(p => p.IsOpen))
        {
            var ledger = state.Ledger;
            if (project.Next is not { } next || project.WakeAt is null)
            {
                Violate("an open project without a next action", state, project.Id);
                continue;
            }

            if (ledger.IsLeftAlone(project.Id) && next.Kind != ActionKind.Approve) Violate("contact with a person who wants to be left alone", state, project.Id);
            if (next.Kind == ActionKind.Mail && ledger.WantsNoMails(project.Id)) Violate("a mail to a person who wants none", state, project.Id);
            if (next.Kind == ActionKind.Call)
            {
                if (ledger.CountCalls(next.DueAt) >= 4) Violate("a fifth call planned in thirty days", state, project.Id);
                if (ledger.IsQuiet(next.DueAt)) Violate("a call planned within sixty days of a refusal", state, project.Id);
                if (CallHours.IsClosed(next.DueAt)) Violate("a call planned outside the hours", state, project.Id);
                if (ledger.WhyNoConsent(project.Id, state.Now, project.Phase != Phase.AwaitingValidation) is { } why) Violate(why, state, project.Id);
            }
        }

        foreach (var mail in state.Mails.Where(m => rules.GetObsoleteReason(state.Projects[m.ProjectId], m) is null))
        {
            if (state.Ledger.WantsNoMails(mail.ProjectId)) Violate("a queued mail to a person who wants none", state, mail.Id);
            if (state.Ledger.IsLeftAlone(mail.ProjectId)) Violate("a queued mail to a person who wants to be left alone", state, mail.Id);
        }
    }

    void Violate(string invariant, TwoProjectState state, string what)
    {
        lock (violations)
        {
            if (!violations.ContainsKey(invariant)) violations.Add(invariant, $"{what} at {state.Now}:{state.GetPath()} -> {string.Join("; ", state.Projects.Values.Select(p => $"{p.Id} {p.Next}"))}");
        }
    }
}
