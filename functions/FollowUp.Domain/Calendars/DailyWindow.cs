using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// A stretch of one day's wall clock, open at <paramref name="From"/> and closed again at <paramref name="To"/>: a shop that shuts
/// at 12:30 takes no call at 12:30. It lies within one day, so it cannot run past 23:59:59.
/// </summary>
public readonly record struct DailyWindow(LocalTime From, LocalTime To);
