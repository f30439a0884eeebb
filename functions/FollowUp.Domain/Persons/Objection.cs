using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>An objection of a person to being contacted (GDPR, article 21; Code de la consommation, L221-16 and D223-9).</summary>
/// <param name="Kind">What they objected to.</param>
/// <param name="At">When.</param>
/// <param name="Project">The project whose timeline has it.</param>
/// <param name="Seq">The entry of that timeline.</param>
/// <param name="QuietUntil">For calls: the end of the days without any call; null when there are none.</param>
public sealed record Objection(ObjectionKind Kind, Instant At, string Project, long Seq, Instant? QuietUntil = null) : IPersonFact;
