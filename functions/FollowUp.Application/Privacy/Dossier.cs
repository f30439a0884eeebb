using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Privacy;

/// <summary>
/// The personal data of a project. They are stored apart from the timeline, so that an erasure removes the person and leaves the figures.
/// </summary>
/// <param name="ProjectId">The project's id.</param>
/// <param name="ClientId">The client's id on the website.</param>
/// <param name="Title">The project's title.</param>
/// <param name="Description">What the client wrote; null when nothing.</param>
/// <param name="Category">The category on the website.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Company">The company; null for a private person.</param>
/// <param name="Email">The mail address; null when none is known.</param>
/// <param name="Phone">The phone number in E.164 form; null when none is known.</param>
/// <param name="ConsentToCall">A private person's consent; null when there is none.</param>
/// <param name="Budget">The budget; null when none was given.</param>
/// <param name="Deadline">When the client wants the work done; null when no date was given.</param>
/// <param name="SubmissionDigest">See <see cref="Projects.SubmissionDigest"/>.</param>
/// <param name="Salt">Random; the keys of <see cref="FreeText"/> are digests with it, so that they cannot be guessed. It is erased with the rest.</param>
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
    string Salt)
{
    /// <summary>The postal code of the place where the client lives; null when the website did not give it.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The town; null when the website did not give it.</summary>
    public string? Town { get; init; }

    /// <summary>The IANA id of the zone; null when the website did not give it.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>A private person's consent to be called (Code de la consommation, L223-1).</summary>
/// <param name="At">When it was given.</param>
/// <param name="Text">The sentence that the person agreed to.</param>
public sealed record Consent(Instant At, string Text);

/// <summary>A range of money.</summary>
/// <param name="Min">The lower end; null without one.</param>
/// <param name="Max">The upper end; null without one.</param>
/// <param name="Currency">The ISO 4217 code.</param>
public sealed record Budget(decimal? Min, decimal? Max, string Currency);
