using System.Globalization;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Reports;

namespace FollowUp.Local.Simulations;

/// <summary>A report as a table of text.</summary>
static class SimulationText
{
    public static void Write(SimulationReport report, TextWriter output)
    {
        var (request, compares) = (report.Request, report.Against is not null);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{request.Projects:#,0} projects over {request.Months} months, {report.Coordinators:#,0} coordinators, {request.Runs} run(s), seed {request.Seed}"));
        output.WriteLine(request.Runs > 1 ? "Each value: the median of the runs, and the band of eight runs in ten." : "One run: name --runs for bands.");
        foreach (var group in report.Lines.GroupBy(l => l.Metric.Group))
        {
            output.WriteLine();
            output.WriteLine(compares ? $"{group.Key,-56}{"cadence",12}{"against",12}{"difference",12}  99 % interval" : $"{group.Key,-56}{"median",12}   band");
            foreach (var line in group) output.WriteLine(compares ? DescribeDifference(line) : Describe(line));
        }

        if (compares)
        {
            output.WriteLine();
            output.WriteLine("Differences of shares are in points. * is worth believing: the interval of the difference on the same people does not hold zero.");
        }
    }

    static string Describe(ReportLine line)
    {
        var (metric, band) = (line.Metric, line.Band);
        return $"  {metric.Label.In(Language.English),-54}{MetricFormat.Format(metric, band.Median),12}   {MetricFormat.Format(metric, band.Low)} to {MetricFormat.Format(metric, band.High)}";
    }

    static string DescribeDifference(ReportLine line)
    {
        var (metric, difference) = (line.Metric, line.Difference!.Value);
        var mark = difference.Verdict switch { Verdict.Higher or Verdict.Lower => "*", Verdict.Same => "same", _ => "" };
        return $"  {metric.Label.In(Language.English),-54}{MetricFormat.Format(metric, line.Band.Median),12}{MetricFormat.Format(metric, line.Against!.Value.Median),12}"
            + $"{MetricFormat.FormatDifference(metric, difference.Mean),12}  {MetricFormat.FormatDifference(metric, difference.Low)} to {MetricFormat.FormatDifference(metric, difference.High)} {mark}";
    }
}
