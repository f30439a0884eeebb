using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Links.UndoPages;
using FollowUp.Web.Shared.DecisionRequests;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Links.Approvals;

/// <summary>What the page of an approval link shows.</summary>
/// <param name="Staff">Whom this link was sent to.</param>
/// <param name="Question">What was asked; the page is laid out by it.</param>
/// <param name="ActRefusal">Why this person may not answer as things stand now; null when they may.</param>
/// <param name="UseRecord">The receipt of the decision that used the link up.</param>
/// <param name="Coordinator">Whose project it is, present or absent; null while it is nobody's.</param>
/// <param name="UndoToken">The way back from a closing that may still be taken back by this person.</param>
public sealed record ApprovalPageViewModel(
    Link Link, string Token, ProjectView View, Staff Staff, PendingDecision Question, LinkState State, Refusal? ActRefusal, IdempotencyRecord? UseRecord,
    Staff? Coordinator, string? UndoToken, DateTimeText Days)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>A closing asks for the project's number, unless this person's own session is open in the same browser.</summary>
    public bool RequiresProjectNumber { get; init; }

    /// <summary>The language, where the request names one; kept from page to page.</summary>
    public Language? RequestedLanguage { get; init; }

    public Project Project => View.Project;

    public string Title => View.Dossier?.Title ?? Project.Id;

    public string Action => Address(Token);

    public PendingDecisionText Text => new(Question, Staff.Id, Project.Coordinator, View.TimelineText.ResolveName, Days.Language);

    /// <summary>The line of the timeline by which the question was settled; null while it stands, or stands again after an undoing.</summary>
    public TimelineLine? SettledBy => View.Timeline.FirstOrDefault(
        l => l.Seq > Link.EventVersion && Question.IsSettledBy(l.Event) && View.FindUndo(l.Seq) is null);

    /// <summary>The line by which the closing that this link brought about was taken back.</summary>
    public TimelineLine? UndoneBy => UseRecord is { } spent ? View.FindUndo(spent.Version) : null;

    public string Address(string token) => RequestedLanguage is { } asked ? $"/l/{token}?lang={asked.ToLanguageCode()}" : $"/l/{token}";
}
