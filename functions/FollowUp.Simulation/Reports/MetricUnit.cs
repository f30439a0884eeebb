namespace FollowUp.Simulation.Reports;

/// <summary>What the value of a metric counts. The names are part of the JSON and CSV of <c>followup simulate</c>.</summary>
public enum MetricUnit
{
    /// <summary>A count, or a count per project or day.</summary>
    Number,

    /// <summary>A share from 0 to 1.</summary>
    Share,

    /// <summary>Open minutes.</summary>
    Minutes,

    /// <summary>Days.</summary>
    Days,
}
