using System.Collections.Concurrent;
using System.Diagnostics;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Runs by itself, with every core, so that its time is its own.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public class RunsAlone;

/// <summary>Every reachable shape of a project × every command × early, due and late × fresh, repeated and by the wrong person.</summary>
[Collection(nameof(RunsAlone))]
public class ModelCheckTests(ITestOutputHelper output)
{
    /// <summary>FOLLOWUP_QUICK=1 stops after so many states of each beginning: a run for every mutant need not see them all.</summary>
    static readonly int Most = Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1" ? 40 : int.MaxValue;

    [Fact]
    public void Every_reachable_state_keeps_every_promise()
    {
        var (laws, clock) = (new Invariants(), Stopwatch.StartNew());
        var explored = new ExplorationResult[InitialStates.All.Length];
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, explored.Length), EnumerablePartitionerOptions.NoBuffering),
            i => explored[i] = new Explorer(RulesUnderTest.Production, InitialStates.All[i], laws, most: Most).Run());

        var lines = explored.Select(e => e.ToString()).Append(
            $"Model check: {explored.Sum(e => e.States):N0} states, {explored.Sum(e => e.Transitions):N0} transitions, "
            + $"{explored.Sum(e => e.Refusals):N0} refusals, {explored.Sum(e => e.Unchanged):N0} that change nothing, in {clock.Elapsed.TotalSeconds:F1} s");
        Measurements.Report(output, lines);

        var broken = explored.SelectMany(e => e.Violations.Select(v => $"{v.Key}: {e.Name}: {v.Value}")).ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }
}
