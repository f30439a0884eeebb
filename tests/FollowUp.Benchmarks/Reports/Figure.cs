namespace FollowUp.Benchmarks.Reports;

/// <summary>One row of the report: what was measured once, in one run.</summary>
/// <param name="Name">What was measured; the same in every run.</param>
/// <param name="Value">The figure, in <paramref name="Unit"/>.</param>
/// <param name="Unit">As <c>/s</c>, <c>ms</c> or <c>B</c>.</param>
/// <param name="Floor">What the machine gives to the least that does the same work, in the same unit and run; null without a floor.</param>
/// <param name="Goal">The goal; null for a figure that is only watched.</param>
sealed record Figure(string Name, double Value, string Unit, double? Floor = null, Goal? Goal = null)
{
    /// <summary>The figure as a share of its floor; null without a floor.</summary>
    public double? Ratio => Value / Floor;

    /// <summary>Whether a higher value is better: rates are, times and sizes are not.</summary>
    public bool IsMoreBetter => Unit == "/s";
}
