namespace FollowUp.Application.Ports;

/// <summary>A number of entries of the audit log.</summary>
/// <param name="Role">See <see cref="AuditEntry.Role"/>.</param>
/// <param name="What">See <see cref="AuditEntry.What"/>.</param>
/// <param name="Code">See <see cref="AuditEntry.Code"/>.</param>
/// <param name="Count">How many.</param>
public sealed record AuditCount(string Role, string What, string Code, int Count);
