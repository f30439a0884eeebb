using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Web.Api.Persons;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using NodaTime;

namespace FollowUp.Web.Api.Clients;

/// <summary>Everything held on a person, as they may ask for it (GDPR, article 15).</summary>
public sealed record ClientExport(
    string Client, Instant ExportedAt, IReadOnlyList<ExportedProject> Projects, IReadOnlyList<ExportedComplaint> Complaints)
{
    /// <summary>Consents, objections and calls over all projects of the person; null when nothing is recorded.</summary>
    public ContactHistoryResponse? Person { get; init; }

    /// <summary>Complaints of others that name the person or are about a project of theirs.</summary>
    public IReadOnlyList<ExportedMention> NamedIn { get; init; } = [];
}

/// <param name="Personal">What is known of the person; null once erased.</param>
/// <param name="Messages">What was, or is about to be, sent to the person.</param>
/// <param name="Readings">Who read the project in the follow-up feed.</param>
public sealed record ExportedProject(
    ProjectResponse Project,
    ExportedDossier? Personal,
    ExportedContact Contact,
    IReadOnlyList<ExportedMessage> Messages,
    IReadOnlyList<ExportedFeedRead> Readings)
{
    /// <summary>When a link of a mail to the person was fetched, by what kind of program.</summary>
    public IReadOnlyList<ExportedLinkFetch> LinkFetches { get; init; } = [];
}

public sealed record ExportedDossier(
    string Title, string? Description, string Category, string Name, string? Company, string? Email, string? Phone,
    ExportedConsent? ConsentToCall, ExportedBudget? Budget, LocalDate? Deadline)
{
    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    public string? TimeZone { get; init; }

    internal static ExportedDossier? Of(Dossier? d) => d is null ? null : new ExportedDossier(
        d.Title, d.Description, d.Category, d.Name, d.Company, d.Email, d.Phone,
        d.ConsentToCall is { } consent ? new ExportedConsent(consent.At, consent.Text) : null,
        d.Budget is { } budget ? new ExportedBudget(budget.Min, budget.Max, budget.Currency) : null,
        d.Deadline)
    {
        PostalCode = d.PostalCode,
        Town = d.Town,
        TimeZone = d.TimeZone,
    };
}

public sealed record ExportedConsent(Instant At, string Text);

public sealed record ExportedBudget(decimal? Min, decimal? Max, string Currency);

/// <param name="LastSignOfLife">The last contact that came from the person; what is held is kept for three years from then.</param>
public sealed record ExportedContact(
    ClientType Type, string Language, bool Calls, bool Mails, Instant? QuietUntil, Instant SubmittedAt, Instant LastSignOfLife)
{
    internal static ExportedContact Of(Project p) => new(
        p.ClientType, p.Language.ToLanguageCode(), p.Contact.MayCall, p.Contact.MayMail, p.Contact.QuietUntil, p.SubmittedAt, p.LastSignOfLife);
}

/// <param name="Kind">Which mail it is.</param>
/// <param name="Text">The mail itself, where a copy is kept.</param>
public sealed record ExportedMessage(string Id, string Kind, string State, Instant DueAt, string? Subject, string? Text);

public sealed record ExportedFeedRead(Instant At, string Role, string By);

/// <param name="By">The kind of program: <c>browser</c>, <c>mail-scanner</c> or <c>program</c>.</param>
/// <param name="Link">The method and the kind of link.</param>
public sealed record ExportedLinkFetch(Instant At, string By, string Link);

/// <param name="From"><c>provider</c> or <c>client</c>: who complains is another person (GDPR, article 15, 4).</param>
public sealed record ExportedMention(string Id, string From, string? Project, string Text, Instant At);

public sealed record ExportedComplaint(string Id, string? Project, string Text, Instant At);
