using System.Collections.Concurrent;
using System.Globalization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;
using FollowUp.Simulation.Department;

namespace FollowUp.Simulation.Tests;

/// <summary>The invariants of the model check hold for every command of a simulation.</summary>
public class InvariantTests(ITestOutputHelper output)
{
    /// <summary>1,000 projects in a test run; FOLLOWUP_SIMULATED sets another number, as 100000 for the whole.</summary>
    static readonly int Projects = int.Parse(Environment.GetEnvironmentVariable("FOLLOWUP_SIMULATED") ?? "1000", CultureInfo.InvariantCulture);

    [Fact]
    public void Every_command_of_a_simulation_keeps_the_invariants()
    {
        var found = new ConcurrentDictionary<string, string>();
        var request = Requests.Small with { Projects = Projects, Months = 24, Runs = 1, Observer = () => new Checker(found) };

        var figures = Simulator.Run(request, cancellation: TestContext.Current.CancellationToken)[0];

        Assert.True(found.IsEmpty, string.Join("\n", found.Select(f => $"{f.Key}: {f.Value}")));
        Assert.Equal(0, figures[Simulation.Figures.Figure.CallsOutsideRules]);
        Measurements.Report(output, $"simulated laws: {Projects} projects, {figures[Simulation.Figures.Figure.Decisions]} decisions, no violation");
    }

    sealed class Checker(ConcurrentDictionary<string, string> found) : ICommandObserver
    {
        readonly Invariants invariants = new();
        readonly Dictionary<string, System.Collections.Immutable.ImmutableArray<OutboxMessage>> pending = [];

        public void OnDecided(in DecidedCommand d)
        {
            if (d.Decision.Refusal is { } refusal) found.TryAdd($"refused: {refusal.Code}", $"{d.Command} at {d.Now}");
            if (d.Before is { } before && !IsAboutOtherProvider(d.Command) && !d.Decision.Events.Any(e => e.Event is GoodChancesAsked { Provider: not "PR-1" }))
            {
                var step = new AppliedCommand(before, Transitions.AdvanceTime, d.Command, d.Actor, d.Now, d.Policy, d.Decision, d.Messages, pending.GetValueOrDefault(before.Id, []));
                foreach (var broken in invariants.FindViolations(RulesUnderTest.Production, step)) found.TryAdd(broken, step.ToString());
            }

            if (d.Decision.After is not { } after || d.Decision.Events.IsEmpty) return;
            if (after.IsOpen) pending[after.Id] = d.Messages;
            else pending.Remove(after.Id);
        }

        /// <summary>The model check has one provider and looks for its notice by name.</summary>
        static bool IsAboutOtherProvider(Command command) => command is SendGoodChances { Provider: not "PR-1" } or DeclineGoodChances { Provider: not "PR-1" };
    }
}
