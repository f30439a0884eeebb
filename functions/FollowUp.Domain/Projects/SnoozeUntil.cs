using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>A pause with a date (product page, "Snooze"). The project neither ages nor closes by itself during the pause.</summary>
/// <param name="Until">The day on which the pause ends.</param>
/// <param name="EndsOnAnswer">Whether an answer of the client ends the pause.</param>
public sealed record SnoozeUntil(LocalDate Until, bool EndsOnAnswer);
