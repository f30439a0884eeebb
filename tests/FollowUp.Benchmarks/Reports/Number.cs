using System.Globalization;

namespace FollowUp.Benchmarks.Reports;

/// <summary>Figures as text: three significant digits below a hundred, whole numbers above.</summary>
static class Number
{
    public static string Format(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
