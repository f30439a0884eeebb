using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A call that was agreed with a client.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="At">The agreed time.</param>
public readonly record struct AgreedCall(string ProjectId, Instant At);
