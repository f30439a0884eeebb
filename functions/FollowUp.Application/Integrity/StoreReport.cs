using System.Collections.Immutable;

namespace FollowUp.Application.Integrity;

/// <summary>What <see cref="StoreVerifier"/> found. It is the output of <c>verify --json</c>.</summary>
/// <param name="Projects">How many projects were checked.</param>
/// <param name="Entries">How many timeline entries.</param>
/// <param name="SignedProjects">How many projects have a right signature.</param>
/// <param name="AuditEntries">How many entries of the audit log.</param>
/// <param name="Anchors">How many anchors.</param>
/// <param name="Faults">Everything that is not as it was written; those of a project in the order of its entries.</param>
public sealed record StoreReport(long Projects, long Entries, long SignedProjects, long AuditEntries, int Anchors, ImmutableArray<StoreFault> Faults);
