using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>Whether a link still does something.</summary>
public enum LinkState
{
    Live,

    /// <summary>It was used; its page says what was recorded.</summary>
    Used,

    /// <summary>The project moved on without it; its page says what happened instead.</summary>
    Stale,
}

/// <summary>A link of a client and the project that it is about, as its page shows them.</summary>
/// <param name="View">In the language of the page.</param>
/// <param name="UseRecord">The receipt of the answer that used the link up.</param>
/// <param name="CallSlots">The times at which a call may be asked for.</param>
/// <param name="PageToken">The client's own page, where this link is another one or is used up; null when there is nothing left to say.</param>
/// <param name="UndoToken">The way back from what the client closed with their own hand; null when there is none, or no longer.</param>
public sealed record ClientPageViewModel(
    Link Link, string Token, ProjectView View, LinkState State, IdempotencyRecord? UseRecord, ImmutableArray<Instant> CallSlots, string? PageToken,
    string? UndoToken, MailOptions Department, Instant Now, WorkingCalendar Calendar)
{
    public Project Project => View.Project;

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>The answer was given a moment ago, on the page before this one.</summary>
    public bool IsJustRecorded { get; init; }

    /// <summary>The language, where the request names one; kept from page to page.</summary>
    public Language? RequestedLanguage { get; init; }

    public Language Language => RequestedLanguage ?? Project.Language;

    public DateTimeText Days => new(Calendar, Language, Now);

    public string Coordinator => View.InCharge?.Name ?? Department.DepartmentName;

    public ClientText Text => new(Days, View.TimelineText.ResolveName, Coordinator);

    public string Title => View.Dossier?.Title ?? new LocalizedText("Votre projet", "Your project").In(Language);

    public string Phone => View.InCharge?.Phone ?? Department.DepartmentPhone;

    /// <summary>Where the forms of the page are sent.</summary>
    public string Action => Address(Token);

    /// <summary>Another link of this person, in the language of this page.</summary>
    public string Address(string token) => RequestedLanguage is { } asked ? $"/l/{token}?lang={asked.ToLanguageCode()}" : $"/l/{token}";

    /// <summary>What the answer said: from the client's own words, which come first, to what they brought about.</summary>
    public string RecordedAnswer
    {
        get
        {
            var written = View.Timeline.Where(l => l.Seq <= UseRecord?.Version).ToArray();
            var said = Array.FindLastIndex(written, l => l.Event is ClientAnswered or InformationGiven or NumberCorrected);
            return string.Join(", ", written.Skip(said).Select(l => Text.Describe(l.Event)).OfType<string>());
        }
    }

    /// <summary>The client's name while it is known.</summary>
    public string ClientName => View.Dossier?.Name ?? new LocalizedText("le client", "the client").In(Language);
}
