using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// One half of a day. Attempts to reach a client are spread over different half-days. The afternoon begins at 13:30, which lies in the lunch
/// break of both companies (12:30–14:00) and private persons (13:00–14:00), so no call window of the default cadence is cut in two.
/// </summary>
/// <param name="Date">The day.</param>
/// <param name="Part">Morning or afternoon.</param>
public readonly record struct HalfDay(LocalDate Date, HalfDayPart Part)
{
    internal static readonly LocalTime AfternoonStart = new(13, 30);

    internal static HalfDay Of(LocalDateTime local) =>
        new(local.Date, local.TimeOfDay < AfternoonStart ? HalfDayPart.Morning : HalfDayPart.Afternoon);
}
