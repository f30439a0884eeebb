using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>One entry of a person's history of consents to be called: given or withdrawn. The wording is a personal text of the project.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Given">False when the consent was withdrawn.</param>
/// <param name="At">When it was given or withdrawn.</param>
/// <param name="Ends">When a consent ends that no contact of the person prolongs; null for a withdrawal.</param>
/// <param name="Months">The term of a consent without a contact of the person, in months.</param>
/// <param name="Project">The project whose timeline has the entry.</param>
/// <param name="Seq">The entry of that timeline.</param>
/// <param name="Source">Where it was given or withdrawn; null when that is not known.</param>
/// <param name="Version">The version of the form; null when that is not known.</param>
public sealed record PersonConsent(
    ConsentScope Scope, bool Given, Instant At, Instant? Ends, int Months, string Project, long Seq, string? Source = null, string? Version = null) : IPersonFact;
