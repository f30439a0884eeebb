using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>The page of a client link.</summary>
public sealed record ClientPageViewModel
{
    public required OpenedLink Opened { get; init; }

    public required LinkState State { get; init; }

    /// <summary>In the language of the page.</summary>
    public required ProjectView View { get; init; }

    /// <summary>The times at which the client may ask for a call; empty unless the link is live.</summary>
    public required ImmutableArray<Instant> CallSlots { get; init; }

    /// <summary>The client's own page; null when this link leads there, or when the link's generation has ended.</summary>
    public required string? PageToken { get; init; }

    /// <summary>Undoes the client's own closing; null when there is none or its ten minutes are over.</summary>
    public required string? UndoToken { get; init; }

    public required MailOptions Department { get; init; }

    public required DateTimeText Days { get; init; }

    /// <summary>The IANA id of the zone by whose clock a private person is called; null for Paris.</summary>
    public string? ClientZone => FindClientZone()?.Id;

    /// <summary>Days and times on the clock that the client is called by.</summary>
    public DateTimeText ClientDays => FindClientZone() is { } zone ? Days with { Calendar = Days.Calendar.InZone(zone) } : Days;

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>Whether the page follows the client's own answer, in the same browser.</summary>
    public bool IsJustRecorded { get; init; }

    public Link Link => Opened.Link;

    public IdempotencyRecord? UseRecord => Opened.UseRecord;

    public Project Project => Opened.Project;

    public string Action => Opened.Action;

    public Language Language => Days.Language;

    public DepartmentContact Contact => DepartmentContact.Create(View.InCharge, Department);

    public ClientText Text => new(Days, View.TimelineText.ResolveName, Contact.Name);

    public string Title => View.Dossier?.Title ?? Language.Pick("Votre projet", "Your project");

    /// <summary>The client's name while it is known.</summary>
    public string ClientName => View.Dossier?.Name ?? Language.Pick("le client", "the client");

    /// <summary>What the link recorded: the client's answer, then what it led to.</summary>
    public string RecordedAnswer => UseRecord is { } use
        ? string.Join(", ", View.FindClientAnswer(use.Version).Select(Text.Describe).OfType<string>())
        : "";

    /// <summary>The providers that have acted on the project.</summary>
    public ImmutableArray<ProviderState> ActiveProviders => [.. Project.Providers.Where(p => p.Acted)];

    DateTimeZone? FindClientZone() => Policy.FindOwnZone(Project.CalledAs, Project.TimeZone, Days.Calendar.Zone);
}
