using System.Collections.Concurrent;
using System.Diagnostics;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Runs alone, with every core, so that its measured time is not shared.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public class RunsAlone;

/// <summary>Every reachable state of a project × every command × early, due and late × first, repeated and by the wrong actor.</summary>
[Collection(nameof(RunsAlone))]
public class ModelCheckTests(ITestOutputHelper output)
{
    /// <summary>FOLLOWUP_QUICK=1 stops after 40 states of each initial state, for the mutation run.</summary>
    static readonly int MaxStates = Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1" ? 40 : int.MaxValue;

    [Fact]
    public void Every_reachable_state_keeps_every_invariant()
    {
        var (invariants, clock) = (new Invariants(), Stopwatch.StartNew());
        var explored = new ExplorationResult[InitialStates.All.Length];
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, explored.Length), EnumerablePartitionerOptions.NoBuffering),
            i => explored[i] = new Explorer(RulesUnderTest.Production, InitialStates.All[i], invariants, maxStates: MaxStates).Run());

        var lines = explored.Select(e => e.ToString()).Append(
            $"Model check: {explored.Sum(e => e.States):N0} states, {explored.Sum(e => e.Transitions):N0} transitions, "
            + $"{explored.Sum(e => e.Refusals):N0} refusals, {explored.Sum(e => e.Unchanged):N0} that change nothing, in {clock.Elapsed.TotalSeconds:F1} s");
        Measurements.Report(output, lines);

        var broken = explored.SelectMany(e => e.Violations.Select(v => $"{v.Key}: {e.Name}: {v.Value}")).ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }
}
