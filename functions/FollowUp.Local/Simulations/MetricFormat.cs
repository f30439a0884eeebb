using System.Globalization;
using FollowUp.Simulation.Reports;

namespace FollowUp.Local.Simulations;

/// <summary>Values of metrics to read in a terminal.</summary>
static class MetricFormat
{
    public static string Format(Metric metric, double? value) => value is not { } number ? "–" : metric.Unit switch
    {
        MetricUnit.Share => number.ToString("0.0 %", CultureInfo.InvariantCulture),
        MetricUnit.Number when Math.Abs(number) >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
        MetricUnit.Number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => number.ToString("#,0", CultureInfo.InvariantCulture),
    };

    public static string FormatDifference(Metric metric, double? value) => value is not { } number ? "–" : metric.Unit switch
    {
        MetricUnit.Share => (number * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture),
        _ => number.ToString("+#,0.##;-#,0.##;0", CultureInfo.InvariantCulture),
    };
}
