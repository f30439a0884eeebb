namespace FollowUp.Application.Board;

/// <summary>First calls.</summary>
/// <param name="Count">How many.</param>
/// <param name="WithinHour">How many within one working hour of the submission.</param>
/// <param name="MedianMinutes">The least number of minutes that half of them did not exceed; null without one.</param>
/// <param name="P90Minutes">The same for nine of ten.</param>
public sealed record FirstCallFigures(int Count, int WithinHour, long? MedianMinutes, long? P90Minutes);
