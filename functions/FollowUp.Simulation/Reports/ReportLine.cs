namespace FollowUp.Simulation.Reports;

/// <summary>One metric of a report.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Band">Its values over the runs.</param>
/// <param name="Against">The same for the cadence that is compared; null without one.</param>
/// <param name="Difference">The difference that it makes; null without one.</param>
public sealed record ReportLine(Metric Metric, Band Band, Band? Against, Difference? Difference);
