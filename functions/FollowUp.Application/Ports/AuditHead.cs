namespace FollowUp.Application.Ports;

/// <summary>The newest entry of one chain of the audit log. Processes that write at the same time write a chain each.</summary>
/// <param name="Chain">The id of the chain.</param>
/// <param name="Number">The number of the entry in its chain.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
public sealed record AuditHead(string Chain, long Number, string Hash);
