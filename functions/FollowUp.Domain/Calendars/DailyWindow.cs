using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// A half-open interval of local times within one day: <paramref name="From"/> is open, <paramref name="To"/> is not. A shop that closes at
/// 12:30 takes no call at 12:30.
/// </summary>
/// <param name="From">The first open time.</param>
/// <param name="To">The first closed time after it.</param>
public readonly record struct DailyWindow(LocalTime From, LocalTime To);
