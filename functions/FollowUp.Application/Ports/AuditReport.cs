using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Ports;

/// <summary>Whether the audit log is as it was written.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Faults">What was found, each in a sentence without a full stop.</param>
public sealed record AuditReport(long Entries, ImmutableArray<LocalizedText> Faults);
