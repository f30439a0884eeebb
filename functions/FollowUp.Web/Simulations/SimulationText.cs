using System.Diagnostics;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Reports;

namespace FollowUp.Web.Simulations;

/// <summary>Differences between cadences in words and numbers.</summary>
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

    /// <summary>With its sign; of shares in points.</summary>
    public static string FormatDifference(Metric metric, double? value, Language language) => value is not { } number ? "–"
        : (metric.Unit == MetricUnit.Share ? number * 100 : number).ToString(
            "+#,0.##;−#,0.##;0", language.ToCulture());
}
