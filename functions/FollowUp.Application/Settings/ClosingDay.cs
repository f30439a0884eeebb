using NodaTime;

namespace FollowUp.Application.Settings;

/// <summary>A day on which the department is closed.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">What it is called, such as "pont de l’Ascension"; null when it has no name.</param>
public sealed record ClosingDay(LocalDate Date, string? Name = null);
