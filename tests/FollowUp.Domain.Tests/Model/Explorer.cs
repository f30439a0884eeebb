using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Where an exploration starts.</summary>
/// <param name="WithProviders">Tells apart what providers did and who is in charge; the company's run does, the others need not.</param>
sealed record Beginning(string Name, Story Story, bool WithProviders = false);

/// <summary>One command, at one time, in one state, and its answer.</summary>
sealed record Step(
    Project Before, Move Move, Command Command, Actor By, Instant Now, Policy Policy, Decision Decision, ImmutableArray<OwedMessage> Owed,
    ImmutableArray<OwedMessage> Pending)
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
        $"{Move} at {Now} in {Before.Phase}/{Before.Stage} (attempts {Before.Attempts}, silent {Before.Silent}, wake {Before.WakeAt}) -> "
        + (Decision.Refusal?.Code ?? $"[{string.Join(", ", Decision.Events.Select(e => e.Event))}] {After.Phase}/{After.Stage}, next {After.Next}, wake {After.WakeAt}");
}

/// <summary>What an exploration saw.</summary>
/// <param name="Violations">The laws that were broken, each with one example.</param>
sealed record Explored(string Name, int States, long Transitions, long Refusals, long Nothing, ImmutableSortedDictionary<string, string> Violations)
{
    public override string ToString() =>
        $"{Name}: {States:N0} states, {Transitions:N0} transitions, {Refusals:N0} refusals, {Nothing:N0} repeats and early looks that change nothing";
}

/// <summary>
/// Breadth first over the shapes of one project: every command in every shape, early, due and late, each given again. One project stands for
/// all of a shape; which one, and so each date, differs between the beginnings.
/// </summary>
sealed class Explorer(PathUnderTest path, Beginning beginning, Laws laws, Action<Step>? seen = null, string? stopAt = null, int most = int.MaxValue)
{
    static readonly Duration Minute = Duration.FromMinutes(1);
    static readonly Actor[] Few = [Who.Simon, Who.Yanis, Who.Stranger];
    static readonly Actor[] Everybody = [.. Few, Who.YanisForCamille, Who.Camille, Who.Provider, Who.Website, Who.Time, Who.Jeanne];

    readonly Dictionary<Shape, int> known = [];
    readonly List<(Project Project, Instant Now, ImmutableArray<OwedMessage> Pending)> states = [];
    readonly List<(int From, int To)> moves = [];
    readonly SortedDictionary<string, string> violations = new(StringComparer.Ordinal);
    readonly HashSet<(Stage, string?, string?, string?, bool)> asked = [];
    long transitions, refusals, nothing;

    public Explored Run()
    {
        var policy = beginning.Story.Policy;
        Reach(beginning.Story.Project, beginning.Story.Now, []);
        for (var at = 0; at < states.Count && at < most && !(stopAt is not null && violations.ContainsKey(stopAt)); at++)
        {
            var (project, now, pending) = states[at];
            OthersAreRefused(project, now, policy);
            foreach (var time in Times(project, now))
            {
                foreach (var move in Moves.All)
                {
                    if (Take(project, move, time, policy, pending) is { } next)
                    {
                        moves.Add((at, Reach(next.After, time, next.Owed)));
                    }
                }
            }
        }

        if (violations.Count == 0 && states.Count <= most) EndsAreReachable();
        return new Explored(beginning.Name, states.Count, transitions, refusals, nothing, violations.ToImmutableSortedDictionary());
    }

    /// <summary>Early, due and late; for a closed project within, at and after the time for an undo.</summary>
    static IEnumerable<Instant> Times(Project project, Instant now)
    {
        yield return now + Minute;
        var due = project.WakeAt ?? project.ClosedAt!.Value + Decider.UndoWithin;
        yield return Instant.Max(due, now);
        yield return Instant.Max(due, now) + Duration.FromDays(45);
    }

    int Reach(Project project, Instant now, ImmutableArray<OwedMessage> pending)
    {
        var shape = Shape.Of(project, beginning.Story.Policy, now, beginning.WithProviders);
        if (known.TryGetValue(shape, out var index)) return index;
        known.Add(shape, states.Count);
        states.Add((project, now, pending));
        return states.Count - 1;
    }

    Step? Take(Project project, Move move, Instant now, Policy policy, ImmutableArray<OwedMessage> pending)
    {
        var command = move.At(project, now);
        Step step;
        try
        {
            step = Decide(project, move, command, move.By, now, policy, pending);
            foreach (var broken in laws.Of(path, step)) Broken(broken, step);
        }
        catch (Exception unhandled) when (unhandled is not OutOfMemoryException)
        {
            Broken("an unhandled pair", $"{move} in {project.Phase}/{project.Stage}: {unhandled}");
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
            nothing++;
            return null;
        }

        transitions++;
        Repeat(step, policy);
        return step;
    }

    Step Decide(Project project, Move move, Command command, Actor by, Instant now, Policy policy, ImmutableArray<OwedMessage> pending)
    {
        var decision = path.Decide(project, command, by, policy, now);
        var owed = decision.Events.IsDefaultOrEmpty ? [] : path.Owed(decision.After!, decision.Events, policy);
        return new Step(project, move, command, by, now, policy, decision, owed, pending);
    }

    /// <summary>The same command again: at once for time, a second later for people, whose networks retry.</summary>
    void Repeat(Step step, Policy policy)
    {
        if (step.Command is PassTime)
        {
            Drain(step, policy);
            return;
        }

        var again = Decide(step.After, step.Move, step.Command, step.By, step.Now + Duration.FromSeconds(1), policy, step.Owed);
        nothing++;
        if (again.Owed.Length > 0 && (step.Move.Repeatable || again.Owed.Any(m => m.To != RecipientKind.Staff))) Broken("a repeat mails twice", again);
        if (step.Move.Repeatable && again.Decision.Refusal is null && !again.Decision.Events.IsEmpty) Broken("a repeat yields events", again);
        if (again.After.Phase != step.After.Phase) Broken("a repeat moves the project", again);
    }

    /// <summary>However late time looks, at one instant a project gets one mail, and then there is nothing left to do.</summary>
    void Drain(Step step, Policy policy)
    {
        var (mails, latest) = (ClientMails(step.Owed), step);
        for (var looks = 0; looks < 4; looks++)
        {
            latest = Decide(latest.After, Moves.PassTime, step.Command, Who.Time, step.Now, policy, latest.Owed);
            mails += ClientMails(latest.Owed);
            if (latest.Decision.Events.IsEmpty)
            {
                if (mails > 1) Broken("an outage bursts", $"{mails} mails at one instant: {step}");
                if (latest.After.WakeAt <= step.Now) Broken("looks for ever and decides nothing", latest);
                nothing++;
                return;
            }
        }

        Broken("time is never done at one instant", latest);
    }

    /// <summary>One example of each broken law is enough.</summary>
    void Broken(string law, object example)
    {
        if (!violations.ContainsKey(law)) violations.Add(law, example.ToString()!);
    }

    static int ClientMails(ImmutableArray<OwedMessage> owed) => owed.Count(m => m.To == RecipientKind.Client);

    /// <summary>Everybody where something about the project is new to the table of rights; sales, a colleague and a stranger everywhere.</summary>
    void OthersAreRefused(Project project, Instant now, Policy policy)
    {
        var others = asked.Add((project.Stage, project.Coordinator, project.StandIn, project.TakeOverAskedOf, project.ClosedByClient)) ? Everybody : Few;
        foreach (var move in Moves.All)
        {
            var command = move.At(project, now);
            foreach (var other in others)
            {
                var expected = TableOfRights.Refusal(command, other, project);
                if (expected is null)
                {
                    if (other.IsStaff && move.By.IsStaff) Same(project, move, command, other, now, policy);
                    continue;
                }

                refusals++;
                var got = path.Decide(project, command, other, policy, now).Refusal?.Code;
                if (got != expected) Broken("the table of rights is not kept", $"{move} by {other.Role} {other.Id} in {project.Phase}/{project.Stage} gives {got ?? "no refusal"}, not {expected}");
            }
        }
    }

    /// <summary>Whichever member of staff may give a command, the same happens.</summary>
    void Same(Project project, Move move, Command command, Actor other, Instant now, Policy policy)
    {
        var (one, two) = (path.Decide(project, command, move.By, policy, now), path.Decide(project, command, other, policy, now));
        var same = one.Refusal == two.Refusal && one.Events.Select(e => (e.Event, e.Plan)).SequenceEqual(two.Events.Select(e => (e.Event, e.Plan)));
        if (!same) Broken("what happens hangs on who of the staff asks", $"{move} by {other.Role} {other.Id} in {project.Phase}/{project.Stage}");
    }

    /// <summary>Backwards from every won and every dead state: each open one must be met.</summary>
    void EndsAreReachable()
    {
        var into = moves.ToLookup(m => m.To, m => m.From);
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
                    Broken($"{end} cannot be reached", $"from {states[i].Project.Phase}/{states[i].Project.Stage}: {states[i].Project}");
            }
        }
    }
}
