namespace FollowUp.Application.Scheduling;

/// <summary>What becomes of a time that falls on a weekend or a public holiday.</summary>
public enum ClosedDays
{
    /// <summary>It is a time like any other.</summary>
    Include,

    /// <summary>Nothing is due then.</summary>
    Skip,

    /// <summary>It moves to the same hour of the next business day.</summary>
    MoveToNextWorkingDay,
}
