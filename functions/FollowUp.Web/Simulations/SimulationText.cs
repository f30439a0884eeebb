using System.Diagnostics;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Reports;

namespace FollowUp.Web.Simulations;

/// <summary>Values of metrics, and differences between cadences, as text.</summary>
static class SimulationText
{
    public static LocalizedText Describe(Verdict verdict) => verdict switch
    {
        Verdict.Same => new("identique", "the same"),
        Verdict.Higher => new("oui : plus", "yes: more"),
        Verdict.Lower => new("oui : moins", "yes: less"),
        Verdict.Unclear => new("peut-être le hasard", "may be chance"),
        _ => throw new UnreachableException($"No rule for {verdict}."),
    };

    /// <summary>A value with its unit; a dash when there is none.</summary>
    public static string Format(Metric metric, double? value, Language language)
    {
        var culture = language.ToCulture();
        return value is not { } number ? "–" : metric.Unit switch
        {
            MetricUnit.Share => (number * 100).ToString("0.0", culture) + (language == Language.French ? "\u00a0%" : "%"),
            MetricUnit.Number when Math.Abs(number) < 100 => number.ToString("0.##", culture),
            _ => number.ToString("#,0", culture),
        };
    }

    /// <summary>A difference with its sign; of shares in points.</summary>
    public static string FormatDifference(Metric metric, double? value, Language language) => value is not { } number ? "–"
        : (metric.Unit == MetricUnit.Share ? number * 100 : number).ToString(
            "+#,0.##;−#,0.##;0", language.ToCulture());
}
