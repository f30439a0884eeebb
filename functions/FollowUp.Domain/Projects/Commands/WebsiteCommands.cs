using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>A command of the website, through the API.</summary>
public abstract record WebsiteCommand : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.Website;
}

/// <summary>The website posts a project. Names, numbers and descriptions are in the dossier and not in this command.</summary>
/// <param name="ProjectId">The website's id of the project.</param>
/// <param name="ClientId">The website's id of the client.</param>
/// <param name="ClientType">Company or private person.</param>
/// <param name="Language">The language of the client's mails and pages.</param>
/// <param name="Category">The category of service, as the website names it.</param>
/// <param name="MayCall">True for a company, and for a private person whose consent to be called is recorded.</param>
/// <param name="Evidence">Evidence of seriousness that the submission holds.</param>
/// <param name="Deadline">When the client needs the service.</param>
/// <param name="SubmittedAt">When the client posted the project; an instant after now counts as now.</param>
/// <param name="Coordinator">The coordinator whom the assignment chose; null when there is none.</param>
public sealed record Submit(
    string ProjectId,
    string ClientId,
    ClientType ClientType,
    Language Language,
    string Category,
    bool MayCall,
    Evidence Evidence,
    LocalDate? Deadline,
    Instant SubmittedAt,
    string? Coordinator) : WebsiteCommand
{
    /// <summary>The private person's consent to be called; null for a company and without one.</summary>
    public GivenConsent? Consent { get; init; }

    /// <summary>The IANA id of the zone in which the client lives; null for Paris.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether the website says that a company is a sole trader.</summary>
    public bool SoleTrader { get; init; }
}

/// <summary>The client changed the project on the website. A change of nothing changes nothing.</summary>
/// <param name="Fields">What changed; the new values are written to the dossier.</param>
/// <param name="Category">The category of service.</param>
/// <param name="Deadline">When the client needs the service.</param>
/// <param name="Facts">Evidence of seriousness that the changed project holds.</param>
public sealed record ReportProjectChange(ChangedFields Fields, string Category, LocalDate? Deadline, Evidence Facts) : WebsiteCommand;

/// <summary>The client changed their name, address or number on the website. A change of nothing changes nothing.</summary>
/// <param name="Fields">What changed; the new values are written to the dossier.</param>
/// <param name="TimeZone">The IANA id of the client's zone; null for Paris.</param>
public sealed record ReportClientChange(ChangedFields Fields, string? TimeZone) : WebsiteCommand;

/// <summary>A provider acted on the project. The same kind at the same instant is a repeat.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Kind">What it did.</param>
/// <param name="At">When.</param>
public sealed record ReportProviderAction(string Provider, ProviderActionKind Kind, Instant At) : WebsiteCommand;

/// <summary>The client acted on the website. The same kind at the same instant is a repeat.</summary>
/// <param name="Kind">What the client did.</param>
/// <param name="Provider">The provider that it concerns; required for <see cref="SignalKind.Awarded"/>.</param>
/// <param name="At">When. A signal from before the reopening of the project changes nothing.</param>
/// <param name="Amount">The amount of the award, in euros.</param>
public sealed record ReportSignal(SignalKind Kind, string? Provider, Instant At, decimal? Amount = null) : WebsiteCommand;

/// <summary>A provider asks the coordinator in charge about the project.</summary>
/// <param name="Question">The id of the question; the same id is a repeat.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Text">The question.</param>
public sealed record AskQuestion(string Question, string Provider, FreeText Text) : WebsiteCommand;
