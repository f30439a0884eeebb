namespace FollowUp.Simulation.Reports;

/// <summary>The part of the report that a metric belongs to.</summary>
public enum MetricGroup
{
    /// <summary>How far projects come.</summary>
    Funnel,

    /// <summary>Why projects die.</summary>
    Reasons,

    /// <summary>How soon and how often clients are called.</summary>
    Calls,

    /// <summary>What coordinators can do, and do.</summary>
    Capacity,

    /// <summary>Mails, their answers and the quota.</summary>
    Mails,
}
