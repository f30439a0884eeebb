namespace FollowUp.Application.Integrity;

/// <summary>A fault with its place in the store.</summary>
/// <param name="Project">The project; null for the audit log and the anchors.</param>
/// <param name="Fault">What was found.</param>
public sealed record StoreFault(string? Project, IntegrityFault Fault);
