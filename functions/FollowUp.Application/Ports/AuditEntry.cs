using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>An entry of the audit log.</summary>
/// <param name="At">When it happened.</param>
/// <param name="ProjectId">The project; null when it is about none.</param>
/// <param name="Role">The actor's role in kebab-case.</param>
/// <param name="By">The actor's id.</param>
/// <param name="What">The command or the reading, in kebab-case.</param>
/// <param name="Code">The refusal's code, or <c>read</c>.</param>
public sealed record AuditEntry(Instant At, string? ProjectId, string Role, string By, string What, string Code);
