using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The closing of a project.</summary>
/// <param name="Outcome">How the project ended.</param>
/// <param name="At">When it was closed.</param>
/// <param name="Version">The version of the closing. Messages of the closing leave only while this names it.</param>
/// <param name="ByClient">Whether the client closed the project and so may take the closing back.</param>
public sealed record Closing(Outcome Outcome, Instant At, long Version, bool ByClient);
