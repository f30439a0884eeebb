using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>A department mail that waits to be sent, and the state of its delivery.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="DueAt">When to try next.</param>
/// <param name="Attempts">How often it was tried, a current attempt included.</param>
/// <param name="Note">A code for the last failure; no personal data.</param>
public sealed record DepartmentMailEntry(DepartmentMail Mail, Instant DueAt, int Attempts = 0, string? Note = null);
