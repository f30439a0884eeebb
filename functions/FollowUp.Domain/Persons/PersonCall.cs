using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>A call that was dialled, whether it reached the person or not.</summary>
/// <param name="At">When it took place.</param>
/// <param name="Project">The project whose timeline has it.</param>
/// <param name="Seq">The entry of that timeline.</param>
/// <param name="Call">The id that the outcomes of one conversation about several projects share; null for a call about one project.</param>
public sealed record PersonCall(Instant At, string Project, long Seq, string? Call = null) : IPersonFact;
