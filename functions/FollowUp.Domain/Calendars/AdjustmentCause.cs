namespace FollowUp.Domain.Calendars;

/// <summary>Why a wanted date was moved. The names are stored.</summary>
public enum AdjustmentCause
{
    /// <summary>It was not moved.</summary>
    None,

    /// <summary>A public holiday closed a day that would have been open.</summary>
    Holiday,

    /// <summary>It was wanted on a Saturday or Sunday that these hours leave out.</summary>
    Weekend,

    /// <summary>It was wanted on a day from Monday to Friday that these hours leave out, or the department is closed on a day that would have been open.</summary>
    ClosedDay,

    /// <summary>It was wanted on an open day, before, between or after the windows.</summary>
    OutsideHours,
}
