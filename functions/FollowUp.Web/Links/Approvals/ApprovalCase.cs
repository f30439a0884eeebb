using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

/// <summary>What the page of an approval link shows.</summary>
/// <param name="Staff">Whom this link was sent to.</param>
/// <param name="Question">What was asked; the page is laid out by it.</param>
/// <param name="MayNot">Why this person may not answer as things stand now; null when they may.</param>
/// <param name="Spent">The receipt of the decision that used the link up.</param>
/// <param name="Coordinator">Whose project it is, present or absent; null while it is nobody's.</param>
/// <param name="UndoToken">The way back from a closing that may still be taken back by this person.</param>
public sealed record ApprovalCase(
    Link Link, string Token, ProjectView View, Staff Staff, PendingDecision Question, LinkState State, Refusal? MayNot, IdempotencyRecord? Spent,
    Staff? Coordinator, string? UndoToken, DayWords Days)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>A closing asks for the project's number, unless this person's own session is open in the same browser.</summary>
    public bool AsksNumber { get; init; }

    /// <summary>The language, where the request names one; kept from page to page.</summary>
    public Language? Asked { get; init; }

    public Project Project => View.Project;

    public string Title => View.Dossier?.Title ?? Project.Id;

    public string Action => Address(Token);

    public ApprovalWords Words => new(Question, Staff.Id, Project.Coordinator, View.TimelineText.ResolveName, Days.Language);

    /// <summary>The line of the timeline by which the question was settled; null while it stands, or stands again after an undoing.</summary>
    public TimelineLine? Settled => View.Timeline.FirstOrDefault(
        l => l.Seq > Link.Step && Question.IsSettledBy(l.Event) && View.UndoOf(l.Seq) is null);

    /// <summary>The line by which the closing that this link brought about was taken back.</summary>
    public TimelineLine? Undone => Spent is { } spent ? View.UndoOf(spent.Version) : null;

    public string Address(string token) => Asked is { } asked ? $"/l/{token}?lang={asked.Code()}" : $"/l/{token}";
}
