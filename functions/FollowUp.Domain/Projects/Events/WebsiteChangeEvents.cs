using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>The client changed the project on the website. It is no sign of life by itself.</summary>
/// <param name="Fields">What changed; the values are in the dossier.</param>
/// <param name="Category">The category of service from now on.</param>
/// <param name="Deadline">When the client needs the service, from now on; null without a date.</param>
/// <param name="Facts">Evidence of seriousness that the changed project holds.</param>
public sealed record ProjectChanged(ChangedFields Fields, string Category, LocalDate? Deadline, Evidence Facts) : Event;

/// <summary>The client changed their name, address or number on the website. It is no sign of life by itself; a wrong number is cured by another one.</summary>
/// <param name="Fields">What changed; the values are in the dossier.</param>
/// <param name="TimeZone">The IANA id of the client's zone from now on; null for Paris.</param>
public sealed record ClientChanged(ChangedFields Fields, string? TimeZone) : Event;
