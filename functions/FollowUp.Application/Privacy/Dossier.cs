using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Privacy;

/// <summary>
/// All that is known of the person behind a project. It lives in a row of its own, so that erasing the person leaves the
/// timeline and the figures and removes the person.
/// </summary>
/// <param name="Salt">Random; makes the digests by which <see cref="FreeText"/> are filed unguessable. Erased with the rest.</param>
/// <param name="SubmissionDigest">Tells a repeated submission from another one under the same id.</param>
/// <param name="Phone">E.164.</param>
public sealed record Dossier(
    string ProjectId,
    string ClientId,
    string Title,
    string? Description,
    string Category,
    string Name,
    string? Company,
    string? Email,
    string? Phone,
    Consent? ConsentToCall,
    Budget? Budget,
    LocalDate? Deadline,
    string SubmissionDigest,
    string Salt);

/// <summary>A private person's consent to be called, as it was given (Code de la consommation, L223-1).</summary>
public sealed record Consent(Instant At, string Text);

/// <summary>In the currency named (ISO 4217).</summary>
public sealed record Budget(decimal? Min, decimal? Max, string Currency);

/// <summary>Free text under the key that the timeline knows it by.</summary>
public sealed record PersonalText(string Key, string Text);
