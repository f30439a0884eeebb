using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>A consent to be called that comes with a submission. It is part of stored events: the fields never change.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="At">When it was given.</param>
/// <param name="Months">How long it is valid without a contact of the person, in months.</param>
/// <param name="Source">Where it was given, such as the form of the website; null when that is not known.</param>
/// <param name="Version">The version of the form; null when that is not known.</param>
public sealed record GivenConsent(ConsentScope Scope, Instant At, int Months = PersonRules.DefaultConsentMonths, string? Source = null, string? Version = null);
