using System.Collections.Immutable;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Reports;

namespace FollowUp.Web.Simulations;

/// <summary>The bars of the chart of one part of a report: its shares, on one scale.</summary>
static class SimulationBars
{
    public static ImmutableArray<SimulationBar> Of(SimulationReport report, MetricGroup group, Language language)
    {
        var lines = report.Lines.Where(l => l.Metric.Group == group && l.Metric.Unit == MetricUnit.Share && l.Band.Median is not null).ToArray();
        var longest = lines.SelectMany(l => new[] { l.Band.Median, l.Against?.Median }).Max() is { } most && most > 0 ? most : 1;
        return
        [
            .. lines.Select(l => new SimulationBar(
                l.Metric.Label.In(language), l.Band.Median!.Value / longest, SimulationText.Format(l.Metric, l.Band.Median, language),
                l.Against?.Median / longest, l.Against is { } other ? SimulationText.Format(l.Metric, other.Median, language) : null)),
        ];
    }
}
