using FollowUp.Domain.Text;
using FollowUp.Simulation.Figures;

namespace FollowUp.Simulation.Reports;

/// <summary>A value that each run has.</summary>
/// <param name="Name">The stable name, in kebab case.</param>
/// <param name="Group">The part of the report.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Label">The name for people.</param>
/// <param name="GetValue">The value of a run; null when the run has none, as a share of nothing.</param>
public sealed record Metric(string Name, MetricGroup Group, MetricUnit Unit, LocalizedText Label, Func<RunFigures, SimulationRequest, double?> GetValue);
