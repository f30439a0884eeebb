using FollowUp.Domain.Persons;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>The website posted the project.</summary>
/// <param name="ProjectId">The website's id of the project.</param>
/// <param name="ClientId">The website's id of the client.</param>
/// <param name="ClientType">Company or private person.</param>
/// <param name="Language">The language of the client's mails and pages.</param>
/// <param name="Category">The category of service.</param>
/// <param name="MayCall">Whether the client may be called.</param>
/// <param name="Evidence">Evidence of seriousness that the submission holds.</param>
/// <param name="Deadline">When the client needs the service.</param>
/// <param name="SubmittedAt">When the client posted the project.</param>
/// <param name="CadenceVersion">The cadence of the first cycle.</param>
public sealed record ProjectSubmitted(
    string ProjectId, string ClientId, ClientType ClientType, Language Language, string Category, bool MayCall, Evidence Evidence,
    LocalDate? Deadline, Instant SubmittedAt, int CadenceVersion) : Event
{
    /// <summary>The private person's consent to be called; null for a company, without a consent, and in timelines of versions that did not store it.</summary>
    public GivenConsent? Consent { get; init; }

    /// <summary>The IANA id of the client's zone; null for Paris, and in timelines of versions that did not store it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>True when the website said that the company is a sole trader; null otherwise, and in timelines of versions that did not store it.</summary>
    public bool? SoleTrader { get; init; }
}

/// <summary>A coordinator is in charge from now on. A stand-in or a question to take over ends.</summary>
/// <param name="Coordinator">The coordinator's id; null when none is available.</param>
/// <param name="ByAssignment">Whether the assignment chose the coordinator; false when staff did.</param>
public sealed record CoordinatorAssigned(string? Coordinator, bool ByAssignment) : Event;

/// <summary>A colleague stands in for the absent coordinator.</summary>
/// <param name="Staff">The colleague's id.</param>
public sealed record StandInStarted(string Staff) : Event;

/// <summary>The coordinator is back.</summary>
public sealed record StandInEnded : Event;

/// <summary>A colleague was asked to take the project over while the coordinator is absent.</summary>
/// <param name="Staff">The colleague's id.</param>
/// <param name="Mail">The id of the mail that asks for several projects at once; null when the project sends a mail of its own.</param>
public sealed record TakeOverAsked(string Staff, string? Mail = null) : Event;

/// <summary>The colleague declined, or a manager did for them.</summary>
/// <param name="Staff">The colleague's id.</param>
public sealed record TakeOverDeclined(string Staff) : Event;
