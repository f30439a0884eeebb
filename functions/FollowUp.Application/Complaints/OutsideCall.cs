using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>A call outside the contact rules, with one rule that it broke.</summary>
/// <param name="Seq">The number of its entry in the timeline.</param>
/// <param name="At">When it took place.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Article">The article of the law behind it; null where only the cadence of the department decides.</param>
public sealed record OutsideCall(long Seq, Instant At, LocalizedText Rule, LocalizedText? Article);
