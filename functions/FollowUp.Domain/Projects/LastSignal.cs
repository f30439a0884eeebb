using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The fields of a website signal that identify a repeat.</summary>
/// <param name="Kind">What the client did.</param>
/// <param name="At">When.</param>
public sealed record LastSignal(SignalKind Kind, Instant At);
