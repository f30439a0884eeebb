using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>
/// Searches the states of one project breadth first: every command in every state, early, due and late, each repeated. States are the same when
/// their <see cref="StateKey"/> is; the first project that is found stands for all with its key.
/// </summary>
sealed partial class Explorer(RulesUnderTest rules, InitialState initial, Invariants invariants, Action<AppliedCommand>? visit = null, string? stopAt = null, int maxStates = int.MaxValue)
{
    static readonly Duration Minute = Duration.FromMinutes(1);

    readonly Dictionary<StateKey, int> indexByKey = [];
    readonly List<(Project Project, Instant Now, ImmutableArray<OutboxMessage> Pending)> states = [];
    readonly List<(int From, int To)> edges = [];
    readonly SortedDictionary<string, string> violations = new(StringComparer.Ordinal);
    readonly ThreadLocal<Counts> counts = new(() => new Counts(), trackAllValues: true);

    /// <summary>States that are explored at once: their steps are found in parallel and added in order, so that the result does not depend on the threads.</summary>
    const int Batch = 64;

    public ExplorationResult Run()
    {
        foreach (var story in initial.Others.Insert(0, initial.Story)) AddState(story.Project, story.Now, []);
        for (var at = 0; at < states.Count && at < maxStates && !IsStopped();)
        {
            var first = at;
            var steps = new List<Step>[Math.Min(Batch, Math.Min(states.Count, maxStates) - first)];
            if (visit is null) Parallel.For(0, steps.Length, i => steps[i] = Explore(first + i));
            else for (var i = 0; i < steps.Length; i++) steps[i] = Explore(first + i);
            for (var i = 0; i < steps.Length; i++)
            {
                foreach (var step in steps[i]) edges.Add((first + i, step.Known ?? AddState(step.After!, step.Now, step.Messages)));
            }

            at += steps.Length;
        }

        if (violations.Count == 0 && states.Count <= maxStates) CheckEndsReachable();
        var all = counts.Values;
        return new ExplorationResult(
            initial.Name, states.Count, all.Sum(c => c.Transitions), all.Sum(c => c.Refusals), all.Sum(c => c.Unchanged), violations.ToImmutableSortedDictionary());
    }

    bool IsStopped()
    {
        lock (violations) return stopAt is not null && violations.ContainsKey(stopAt);
    }

    List<Step> Explore(int at)
    {
        var policy = initial.Story.Policy;
        var (project, now, pending) = states[at];
        var steps = new List<Step>();
        CheckPermissions(project, now, policy);
        foreach (var time in GetTimes(project, now))
        {
            foreach (var move in Transitions.All)
            {
                if (Apply(project, move, time, policy, pending) is not { } next) continue;
                steps.Add(indexByKey.TryGetValue(StateKey.Of(next.After, policy, time, initial), out var known)
                    ? new Step(known, null, time, [])
                    : new Step(null, next.After, time, next.Messages));
            }
        }

        return steps;
    }

    /// <summary>A step to a known state, or to one that is new when the batch begins.</summary>
    readonly record struct Step(int? Known, Project? After, Instant Now, ImmutableArray<OutboxMessage> Messages);

    sealed class Counts
    {
        public long Transitions, Refusals, Unchanged;
    }

    /// <summary>Early, due and late; for a closed project before, at and after the end of the undo time.</summary>
    static IEnumerable<Instant> GetTimes(Project project, Instant now)
    {
        yield return now + Minute;
        var due = project.WakeAt ?? project.Closing!.At + Decider.UndoWithin;
        yield return Instant.Max(due, now);
        yield return Instant.Max(due, now) + Duration.FromDays(45);
    }

    int AddState(Project project, Instant now, ImmutableArray<OutboxMessage> pending)
    {
        var key = StateKey.Of(project, initial.Story.Policy, now, initial);
        if (indexByKey.TryGetValue(key, out var index)) return index;
        indexByKey.Add(key, states.Count);
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
            foreach (var broken in invariants.FindViolations(rules, step)) AddViolation(broken, step);
        }
        catch (Exception unhandled) when (unhandled is not OutOfMemoryException)
        {
            AddViolation("an unhandled pair", $"{move} in {project.Phase}/{project.Stage}: {unhandled}");
            return null;
        }

        visit?.Invoke(step);
        if (step.Decision.Refusal is not null)
        {
            counts.Value!.Refusals++;
            return null;
        }

        if (step.Decision.Events.IsEmpty)
        {
            counts.Value!.Unchanged++;
            return null;
        }

        counts.Value!.Transitions++;
        CheckRepeat(step, policy);
        return step;
    }

    AppliedCommand Decide(Project project, Transition move, Command command, Actor by, Instant now, Policy policy, ImmutableArray<OutboxMessage> pending)
    {
        var decision = rules.Decide(project, command, by, policy, now);
        var messages = decision.Events.IsDefaultOrEmpty ? [] : rules.CreateMessages(decision.After!, decision.Events, policy);
        return new AppliedCommand(project, move, command, by, now, policy, decision, messages, pending);
    }

    /// <summary>Repeats the command: at once for time, a second later for people, as a retried request does.</summary>
    void CheckRepeat(AppliedCommand step, Policy policy)
    {
        if (step.Command is AdvanceTime)
        {
            AdvanceUntilIdle(step, policy);
            return;
        }

        var again = Decide(step.After, step.Transition, step.Command, step.Actor, step.Now + Duration.FromSeconds(1), policy, step.Messages);
        counts.Value!.Unchanged++;
        if (again.Messages.Length > 0 && step.Command is not (CorrectLastCall or WriteToClient) && (step.Transition.IsRepeatable || again.Messages.Any(m => m.To != RecipientKind.Staff))) AddViolation("a repeat mails twice", again);
        // After an undo that struck a note out, a second one takes the decision before it back.
        if (step.Transition.IsRepeatable && !step.Happened<NoteWithdrawn>() && again.Decision.Refusal is null && !again.Decision.Events.IsEmpty) AddViolation("a repeat yields events", again);
        if (again.After.Phase != step.After.Phase && step.Command is not (Undo or CorrectLastCall)) AddViolation("a repeat moves the project", again);
    }

    /// <summary>However late time looks, at one instant a project gets at most one mail, and after a few looks nothing is due.</summary>
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
                counts.Value!.Unchanged++;
                return;
            }
        }

        AddViolation("time is never done at one instant", latest);
    }

    /// <summary>Keeps one example of each broken invariant.</summary>
    void AddViolation(string invariant, object example)
    {
        lock (violations)
        {
            if (!violations.ContainsKey(invariant)) violations.Add(invariant, example.ToString()!);
        }
    }

    static int ClientMails(ImmutableArray<OutboxMessage> messages) => messages.Count(m => m.To == RecipientKind.Client);

    /// <summary>Won and dead must be reachable from every open state: searches backwards from both.</summary>
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
