namespace FollowUp.Simulation.Reports;

/// <summary>Whether a difference is worth believing. The names are part of the JSON and CSV of <c>followup simulate</c>.</summary>
public enum Verdict
{
    /// <summary>No run differs.</summary>
    Same,

    /// <summary>The second cadence has more, and chance does not explain it.</summary>
    Higher,

    /// <summary>The second cadence has less, and chance does not explain it.</summary>
    Lower,

    /// <summary>Chance may explain the difference: more runs or projects would tell.</summary>
    Unclear,
}
