namespace FollowUp.Domain.Calendars;

/// <summary>Morning or afternoon.</summary>
public enum HalfDayPart
{
    /// <summary>Before 13:30.</summary>
    Morning,

    /// <summary>From 13:30.</summary>
    Afternoon,
}
