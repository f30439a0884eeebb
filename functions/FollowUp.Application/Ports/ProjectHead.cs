using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>The newest timeline entry of a project.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Version">The number of the entry.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
/// <param name="At">When it happened.</param>
public sealed record ProjectHead(string ProjectId, long Version, string Hash, Instant At);
