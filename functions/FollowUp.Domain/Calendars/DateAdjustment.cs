using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>The date that a wanted instant was moved to, and why.</summary>
/// <param name="At">The wanted instant, or the first open one after it.</param>
/// <param name="Cause">
/// Why the wanted instant was closed. A public holiday on the way comes first: a call wanted on Friday at 20:00 that moves to Tuesday does so
/// because "lundi est férié".
/// </param>
/// <param name="ClosedOn">The first day that was closed for this cause; null when none was.</param>
/// <param name="Holiday">The public holiday; null for any other cause.</param>
public readonly record struct DateAdjustment(Instant At, AdjustmentCause Cause, LocalDate? ClosedOn, Holiday? Holiday);
