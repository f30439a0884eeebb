namespace FollowUp.Application;

/// <summary>What becomes of a time that falls on a weekend or a public holiday.</summary>
public enum ClosedDays
{
    /// <summary>It is a time like any other.</summary>
    Count,

    /// <summary>Nothing is due then.</summary>
    Skip,

    /// <summary>It moves to the same hour of the next business day.</summary>
    Slide,
}
