using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Permissions;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Where an exploration starts.</summary>
/// <param name="WithProviders">Tells apart what providers did and who is in charge; the company's run does, the others need not.</param>
sealed record InitialState(string Name, Story Story, bool WithProviders = false);

/// <summary>One command, at one time, in one state, and its answer.</summary>
sealed record AppliedCommand(
    Project Before, Transition Transition, Command Command, Actor Actor, Instant Now, Policy Policy, Decision Decision, ImmutableArray<OutboxMessage> Messages,
    ImmutableArray<OutboxMessage> Pending)
{
    public Project After => Decision.After ?? Before;

    public bool Happened<T>()
        where T : Event
    {
        foreach (var e in Decision.Events)
        {
            if (e.Event is T) return true;
        }

        return false;
    }

    public override string ToString() =>
        $"{Transition} at {Now} in {Before.Phase}/{Before.Stage} (attempts {Before.Attempts}, silent {Before.UnansweredContacts}, wake {Before.WakeAt}) -> "
        + (Decision.Refusal?.Code ?? $"[{string.Join(", ", Decision.Events.Select(e => e.Event))}] {After.Phase}/{After.Stage}, next {After.Next}, wake {After.WakeAt}");
}

/// <summary>What an exploration saw.</summary>
/// <param name="Violations">The laws that were broken, each with one example.</param>
sealed record ExplorationResult(string Name, int States, long Transitions, long Refusals, long Unchanged, ImmutableSortedDictionary<string, string> Violations)
{
    public override string ToString() =>
        $"{Name}: {States:N0} states, {Transitions:N0} transitions, {Refusals:N0} refusals, {Unchanged:N0} repeats and early looks that change nothing";
}

/// <summary>
/// Breadth first over the shapes of one project: every command in every shape, early, due and late, each given again. One project stands for
/// all of a shape; which one, and so each date, differs between the beginnings.
/// </summary>
sealed class Explorer(RulesUnderTest path, InitialState beginning, Invariants laws, Action<AppliedCommand>? seen = null, string? stopAt = null, int most = int.MaxValue)
{
    static readonly Duration Minute = Duration.FromMinutes(1);
    static readonly Actor[] NeverAllowed = [Who.Simon, Who.Yanis, Who.Stranger];
    static readonly Actor[] Everybody = [.. NeverAllowed, Who.YanisForCamille, Who.Camille, Who.Provider, Who.Website, Who.Time, Who.Jeanne];

    readonly Dictionary<StateKey, int> indexByKey = [];
    readonly List<(Project Project, Instant Now, ImmutableArray<OutboxMessage> Pending)> states = [];
    readonly List<(int From, int To)> edges = [];
    readonly SortedDictionary<string, string> violations = new(StringComparer.Ordinal);
    readonly HashSet<(Stage, string?, string?, string?, bool)> checkedPermissions = [];
    long transitions, refusals, unchanged;

    public ExplorationResult Run()
    {
        var policy = beginning.Story.Policy;
        AddState(beginning.Story.Project, beginning.Story.Now, []);
        for (var at = 0; at < states.Count && at < most && !(stopAt is not null && violations.ContainsKey(stopAt)); at++)
        {
            var (project, now, pending) = states[at];
            CheckPermissions(project, now, policy);
            foreach (var time in GetTimes(project, now))
            {
                foreach (var move in Transitions.All)
                {
                    if (Apply(project, move, time, policy, pending) is { } next)
                    {
                        edges.Add((at, AddState(next.After, time, next.Messages)));
                    }
                }
            }
        }

        if (violations.Count == 0 && states.Count <= most) CheckEndsReachable();
        return new ExplorationResult(beginning.Name, states.Count, transitions, refusals, unchanged, violations.ToImmutableSortedDictionary());
    }

    /// <summary>Early, due and late; for a closed project within, at and after the time for an undo.</summary>
    static IEnumerable<Instant> GetTimes(Project project, Instant now)
    {
        yield return now + Minute;
        var due = project.WakeAt ?? project.ClosedAt!.Value + Decider.UndoWithin;
        yield return Instant.Max(due, now);
        yield return Instant.Max(due, now) + Duration.FromDays(45);
    }

    int AddState(Project project, Instant now, ImmutableArray<OutboxMessage> pending)
    {
        var shape = StateKey.Of(project, beginning.Story.Policy, now, beginning.WithProviders);
        if (indexByKey.TryGetValue(shape, out var index)) return index;
        indexByKey.Add(shape, states.Count);
        states.Add((project, now, pending));
        return states.Count - 1;
    }

    AppliedCommand? Apply(Project project, Transition move, Instant now, Policy policy, ImmutableArray<OutboxMessage> pending)
    {
        var command = move.CreateCommand(project, now);
        AppliedCommand step;
        try
        {
            step = Decide(project, move, command, move.By, now, policy, pending);
            foreach (var broken in laws.FindViolations(path, step)) AddViolation(broken, step);
        }
        catch (Exception unhandled) when (unhandled is not OutOfMemoryException)
        {
            AddViolation("an unhandled pair", $"{move} in {project.Phase}/{project.Stage}: {unhandled}");
            return null;
        }

        seen?.Invoke(step);
        if (step.Decision.Refusal is not null)
        {
            refusals++;
            return null;
        }

        if (step.Decision.Events.IsEmpty)
        {
            unchanged++;
            return null;
        }

        transitions++;
        CheckRepeat(step, policy);
        return step;
    }

    AppliedCommand Decide(Project project, Transition move, Command command, Actor by, Instant now, Policy policy, ImmutableArray<OutboxMessage> pending)
    {
        var decision = path.Decide(project, command, by, policy, now);
        var owed = decision.Events.IsDefaultOrEmpty ? [] : path.CreateMessages(decision.After!, decision.Events, policy);
        return new AppliedCommand(project, move, command, by, now, policy, decision, owed, pending);
    }

    /// <summary>The same command again: at once for time, a second later for people, whose networks retry.</summary>
    void CheckRepeat(AppliedCommand step, Policy policy)
    {
        if (step.Command is AdvanceTime)
        {
            AdvanceUntilIdle(step, policy);
            return;
        }

        var again = Decide(step.After, step.Transition, step.Command, step.Actor, step.Now + Duration.FromSeconds(1), policy, step.Messages);
        unchanged++;
        if (again.Messages.Length > 0 && (step.Transition.IsRepeatable || again.Messages.Any(m => m.To != RecipientKind.Staff))) AddViolation("a repeat mails twice", again);
        if (step.Transition.IsRepeatable && again.Decision.Refusal is null && !again.Decision.Events.IsEmpty) AddViolation("a repeat yields events", again);
        if (again.After.Phase != step.After.Phase) AddViolation("a repeat moves the project", again);
    }

    /// <summary>However late time looks, at one instant a project gets one mail, and then there is nothing left to do.</summary>
    void AdvanceUntilIdle(AppliedCommand step, Policy policy)
    {
        var (mails, latest) = (ClientMails(step.Messages), step);
        for (var looks = 0; looks < 4; looks++)
        {
            latest = Decide(latest.After, Transitions.AdvanceTime, step.Command, Who.Time, step.Now, policy, latest.Messages);
            mails += ClientMails(latest.Messages);
            if (latest.Decision.Events.IsEmpty)
            {
                if (mails > 1) AddViolation("an outage bursts", $"{mails} mails at one instant: {step}");
                if (latest.After.WakeAt <= step.Now) AddViolation("looks for ever and decides nothing", latest);
                unchanged++;
                return;
            }
        }

        AddViolation("time is never done at one instant", latest);
    }

    /// <summary>One example of each broken law is enough.</summary>
    void AddViolation(string law, object example)
    {
        if (!violations.ContainsKey(law)) violations.Add(law, example.ToString()!);
    }

    static int ClientMails(ImmutableArray<OutboxMessage> owed) => owed.Count(m => m.To == RecipientKind.Client);

    /// <summary>Everybody where something about the project is new to the table of rights; sales, a colleague and a stranger everywhere.</summary>
    void CheckPermissions(Project project, Instant now, Policy policy)
    {
        var others = checkedPermissions.Add((project.Stage, project.Coordinator, project.StandIn, project.TakeOverAskedOf, project.ClosedByClient)) ? Everybody : NeverAllowed;
        foreach (var move in Transitions.All)
        {
            var command = move.CreateCommand(project, now);
            foreach (var other in others)
            {
                var expected = PermissionTable.GetRefusal(command, other, project);
                if (expected is null)
                {
                    if (other.IsStaff && move.By.IsStaff) CheckSameForAllStaff(project, move, command, other, now, policy);
                    continue;
                }

                refusals++;
                var got = path.Decide(project, command, other, policy, now).Refusal?.Code;
                if (got != expected) AddViolation("the table of rights is not kept", $"{move} by {other.Role} {other.Id} in {project.Phase}/{project.Stage} gives {got ?? "no refusal"}, not {expected}");
            }
        }
    }

    /// <summary>Whichever member of staff may give a command, the same happens.</summary>
    void CheckSameForAllStaff(Project project, Transition move, Command command, Actor other, Instant now, Policy policy)
    {
        var (one, two) = (path.Decide(project, command, move.By, policy, now), path.Decide(project, command, other, policy, now));
        var same = one.Refusal == two.Refusal && one.Events.Select(e => (e.Event, e.Plan)).SequenceEqual(two.Events.Select(e => (e.Event, e.Plan)));
        if (!same) AddViolation("what happens hangs on who of the staff asks", $"{move} by {other.Role} {other.Id} in {project.Phase}/{project.Stage}");
    }

    /// <summary>Backwards from every won and every dead state: each open one must be met.</summary>
    void CheckEndsReachable()
    {
        var into = edges.ToLookup(m => m.To, m => m.From);
        foreach (var end in new[] { Phase.Won, Phase.Dead })
        {
            var met = new HashSet<int>(Enumerable.Range(0, states.Count).Where(i => states[i].Project.Phase == end));
            var queue = new Queue<int>(met);
            while (queue.TryDequeue(out var state))
            {
                foreach (var from in into[state].Where(met.Add)) queue.Enqueue(from);
            }

            for (var i = 0; i < states.Count; i++)
            {
                if (states[i].Project.IsOpen && !met.Contains(i))
                    AddViolation($"{end} cannot be reached", $"from {states[i].Project.Phase}/{states[i].Project.Stage}: {states[i].Project}");
            }
        }
    }
}
