using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The newest note that was added by itself and can be struck out.</summary>
/// <param name="By">The id of who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version of its event.</param>
public sealed record LastNote(string By, Instant At, long Version);
