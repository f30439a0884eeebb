using NodaTime;

namespace FollowUp.Domain.Calendars;

public enum HalfDayPart
{
    Morning,
    Afternoon,
}

/// <summary>
/// One half of a day, as attempts to reach a client are spread over: whoever misses a call in the morning may well answer one in the
/// afternoon. The afternoon begins at 13:30, which lies in the noon break both of companies (12:30–14:00) and of private persons
/// (13:00–14:00), so that no window is cut in two.
/// </summary>
public readonly record struct HalfDay(LocalDate Date, HalfDayPart Part)
{
    internal static readonly LocalTime AfternoonStart = new(13, 30);

    internal static HalfDay Of(LocalDateTime local) =>
        new(local.Date, local.TimeOfDay < AfternoonStart ? HalfDayPart.Morning : HalfDayPart.Afternoon);
}
