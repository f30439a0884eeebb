using System.Collections.Immutable;
using FollowUp.Simulation.Figures;

namespace FollowUp.Simulation.Reports;

/// <summary>What a simulation found.</summary>
/// <param name="Request">What was simulated.</param>
/// <param name="Against">The same with the cadence that is compared; null without one.</param>
/// <param name="Coordinators">The number of coordinators.</param>
/// <param name="Lines">The metrics.</param>
public sealed record SimulationReport(
    SimulationRequest Request, SimulationRequest? Against, int Coordinators, ImmutableArray<ReportLine> Lines)
{
    /// <summary>Simulates and reports.</summary>
    /// <param name="request">What to simulate.</param>
    /// <param name="against">The same people with another cadence; null for none.</param>
    /// <param name="progress">Is told the finished share, from 0 to 1; null for none.</param>
    /// <param name="cancellation">Ends the simulation.</param>
    /// <exception cref="ArgumentException">A request is not valid.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SimulationReport Create(SimulationRequest request, SimulationRequest? against = null, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var part = against is null ? 1 : 0.5;
        var first = Simulator.Run(request, share => progress?.Invoke(share * part), cancellation);
        var second = against is null ? null : Simulator.Run(against, share => progress?.Invoke(0.5 + (share * part)), cancellation);
        return new SimulationReport(
            request, against, Department.SimulationFrame.CountCoordinators(request),
            [.. Metrics.All.Select(metric => CreateLine(metric, request, first, against, second))]);
    }

    /// <summary>The line of a metric.</summary>
    /// <exception cref="InvalidOperationException">There is none of this name.</exception>
    public ReportLine this[string metric] => Lines.First(l => l.Metric.Name == metric);

    static ReportLine CreateLine(Metric metric, SimulationRequest request, RunFigures[] first, SimulationRequest? against, RunFigures[]? second)
    {
        var values = first.Select(r => metric.GetValue(r, request)).ToArray();
        if (against is null || second is null) return new ReportLine(metric, Band.Of(values), null, null);
        var others = second.Select(r => metric.GetValue(r, against)).ToArray();
        return new ReportLine(metric, Band.Of(values), Band.Of(others), Difference.Of(values, others));
    }
}
