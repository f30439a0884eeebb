using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>What the page of an undo link shows.</summary>
/// <param name="Staff">Who holds it; null when the client does.</param>
/// <param name="UseRecord">The receipt of the undoing.</param>
/// <param name="PageToken">Where the client says what is right instead, once the closing is taken back.</param>
public sealed record UndoPageViewModel(
    Link Link, string Token, ProjectView View, Staff? Staff, LinkState State, IdempotencyRecord? UseRecord, string? PageToken, MailOptions Department,
    DateTimeText Days)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>The language, where the request names one; kept from page to page.</summary>
    public Language? RequestedLanguage { get; init; }

    public Project Project => View.Project;

    public string Coordinator => View.InCharge?.Name ?? Department.DepartmentName;

    public string Phone => View.InCharge?.Phone ?? Department.DepartmentPhone;

    public string Title => View.Dossier?.Title ?? new LocalizedText("Votre projet", "Your project").In(Days.Language);

    public string Action => Address(Token);

    public string Address(string token) => RequestedLanguage is { } asked ? $"/l/{token}?lang={asked.ToLanguageCode()}" : $"/l/{token}";

    /// <summary>What became of the closing: taken back, or the project begun again; null while it stands.</summary>
    public TimelineLine? LaterChange => View.Timeline.FirstOrDefault(l => l.Seq > Link.EventVersion && l.Event is ClosingUndone or ProjectReopened);
}
