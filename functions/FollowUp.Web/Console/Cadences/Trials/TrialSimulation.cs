using System.Collections.Immutable;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Domain.Cadences;
using FollowUp.Simulation;
using FollowUp.Simulation.Figures;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Reports;

namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>What is simulated in a trial: a year of new projects under the cadence in force and under the tried one, with the same people.</summary>
public static class TrialSimulation
{
    /// <summary>Projects posted in the year.</summary>
    public const int Projects = 3_000;

    /// <summary>The year in months.</summary>
    public const int Months = 12;

    /// <summary>Years with other people each, for the intervals.</summary>
    public const int Runs = 10;

    /// <summary>A trial that was not begun.</summary>
    /// <param name="before">The cadence in force.</param>
    /// <param name="after">A valid cadence; its number is not used.</param>
    /// <param name="by">The id of the manager.</param>
    public static CadenceTrial Create(Cadence before, Cadence after, string by) => new()
    {
        Id = "",
        Before = before,
        After = after with { Version = before.Version + 1 },
        By = by,
        StartedAt = default,
        Runs = Runs,
        Projects = Projects,
        Months = Months,
        Metrics = [.. Metrics.All.Select(metric => metric.Name)],
    };

    /// <summary>Simulates one year under both cadences, on the calling thread. The same trial and number give the same figures.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrialRun Run(CadenceTrial trial, int number, CancellationToken cancellation = default) =>
        new(number, GetValues(trial, trial.Before, number, cancellation), GetValues(trial, trial.After, number, cancellation));

    /// <summary>The lines of a trial's report by its finished runs. Metrics that this version of the program does not have are left out.</summary>
    public static ImmutableArray<ReportLine> Summarize(CadenceTrial trial) =>
    [
        .. trial.Metrics.Index()
            .Select(entry => (Metric: Metrics.All.FirstOrDefault(metric => metric.Name == entry.Item), entry.Index))
            .Where(entry => entry.Metric is not null)
            .Select(entry =>
            {
                var before = trial.Done.Select(run => run.Before.ElementAtOrDefault(entry.Index)).ToArray();
                var after = trial.Done.Select(run => run.After.ElementAtOrDefault(entry.Index)).ToArray();
                return new ReportLine(entry.Metric!, Band.Of(before), Band.Of(after), Difference.Of(before, after));
            }),
    ];

    static ImmutableArray<double?> GetValues(CadenceTrial trial, Cadence cadence, int number, CancellationToken cancellation)
    {
        var request = new SimulationRequest(trial.Projects, trial.Months, number, cadence, DefaultPeople.Parameters) { Threads = 1 };
        var figures = Simulator.Run(request, cancellation: cancellation)[0];
        return [.. trial.Metrics.Select(name => GetValue(name, figures, request))];
    }

    static double? GetValue(string name, RunFigures figures, SimulationRequest request) =>
        Metrics.All.FirstOrDefault(metric => metric.Name == name)?.GetValue(figures, request) is { } value && double.IsFinite(value) ? value : null;
}
