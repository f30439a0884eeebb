using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>Why something could not happen when it was wanted.</summary>
public enum AdjustmentCause
{
    /// <summary>It could.</summary>
    None,

    /// <summary>A public holiday shut a day that would have been open.</summary>
    Holiday,

    /// <summary>It was wanted on a Saturday or Sunday that is not worked.</summary>
    Weekend,

    /// <summary>It was wanted on a day from Monday to Friday that these hours leave out.</summary>
    ClosedDay,

    /// <summary>It was wanted on an open day, before, between or after the windows.</summary>
    OutsideHours,
}

/// <summary>Where a wanted instant landed, and what moved it there.</summary>
/// <param name="At">The wanted instant itself, or the first open one after it.</param>
/// <param name="Cause">
/// What applied to the wanted instant; but a public holiday on the way comes before everything else. A call wanted on Friday at 20:00
/// that lands on Tuesday does so because "lundi est férié", and that is what people want to read.
/// </param>
/// <param name="ClosedOn">The first day that was closed for this cause; null when none was.</param>
/// <param name="Holiday">Which holiday, when the cause is one.</param>
public readonly record struct DateAdjustment(Instant At, AdjustmentCause Cause, LocalDate? ClosedOn, Holiday? Holiday);
