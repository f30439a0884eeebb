using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>A date that opening hours, cap and quiet period allow, and what moved it there.</summary>
/// <param name="Adjustment">The date, and the closed day or hour that moved it.</param>
/// <param name="IsQuietPeriod">Whether the quiet period after "do not call" moved it.</param>
/// <param name="IsCapped">Whether the cap on calls to a private person moved it.</param>
readonly record struct PlannedDate(DateAdjustment Adjustment, bool IsQuietPeriod = false, bool IsCapped = false)
{
    public Instant At => Adjustment.At;

    /// <summary>A date that nothing moved.</summary>
    public static PlannedDate Unmoved(Instant at) => new(new DateAdjustment(at, AdjustmentCause.None, null, null));

    /// <summary>Adds to a reason why the date moved. A quiet period replaces the reason; an hour outside the opening hours adds nothing.</summary>
    public Reason Explain(Reason reason)
    {
        if (IsQuietPeriod)
        {
            return reason with { Code = ReasonCode.QuietPeriod };
        }

        return Adjustment.Cause is AdjustmentCause.None or AdjustmentCause.OutsideHours && !IsCapped
            ? reason
            : reason with
            {
                AdjustedFor = Adjustment.Cause,
                ClosedOn = Adjustment.ClosedOn ?? reason.ClosedOn,
                Holiday = Adjustment.Holiday,
                Capped = IsCapped,
            };
    }
}
