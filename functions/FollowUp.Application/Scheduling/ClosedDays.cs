namespace FollowUp.Application.Scheduling;

/// <summary>What becomes of a scheduled time on a weekend or a public holiday.</summary>
public enum ClosedDays
{
    /// <summary>The job runs.</summary>
    Include,

    /// <summary>The job does not run on that day.</summary>
    Skip,

    /// <summary>The job runs at the same time of the next working day.</summary>
    MoveToNextWorkingDay,
}
