using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>A date that opening hours, cap and quiet period allow, and what moved it there.</summary>
/// <param name="Adjustment">The date, and the closed day or hour that moved it.</param>
/// <param name="IsQuietPeriod">Whether the quiet period after "do not call" moved it.</param>
/// <param name="Cap">The cap on calls that moved it; null when none did.</param>
/// <param name="NotBefore">The first day on which quiet days or cap allow a call; null when neither moved the date.</param>
/// <param name="TimeZone">The zone by whose clock the hours were taken; null for Paris.</param>
readonly record struct PlannedDate(DateAdjustment Adjustment, bool IsQuietPeriod = false, CallCap? Cap = null, LocalDate? NotBefore = null, string? TimeZone = null)
{
    /// <summary>Whether the cap on calls to a private person moved it.</summary>
    public bool IsCapped => Cap is not null;

    public Instant At => Adjustment.At;

    /// <summary>A date that nothing moved.</summary>
    public static PlannedDate Unmoved(Instant at) => new(new DateAdjustment(at, AdjustmentCause.None, null, null));

    /// <summary>Adds to a reason which rule moved the date. An hour outside the opening hours adds nothing.</summary>
    public Reason Explain(Reason reason) => Adjustment.Cause is AdjustmentCause.None or AdjustmentCause.OutsideHours && NotBefore is null
        ? TimeZone is null ? reason : reason with { TimeZone = TimeZone }
        : reason with
        {
            TimeZone = TimeZone,
            AdjustedFor = Adjustment.Cause,
            ClosedOn = Adjustment.ClosedOn ?? reason.ClosedOn,
            Holiday = Adjustment.Holiday,
            Capped = IsCapped,
            Cap = Cap,
            Quiet = IsQuietPeriod ? true : null,
            NotBefore = NotBefore,
        };
}
