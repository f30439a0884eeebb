using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>What a manager did last with a complaint.</summary>
/// <param name="At">When.</param>
/// <param name="By">The id of the manager.</param>
/// <param name="Owner">The id of the manager who answers it.</param>
/// <param name="Cause">What it turned out to be about, in kebab-case; null before the answer.</param>
/// <param name="Answer">The text of the answer; null before it. It may name people and is erased with the complaint.</param>
public sealed record ComplaintHandling(Instant At, string By, string Owner, string? Cause = null, string? Answer = null);
