using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Web.Shared.DecisionRequests;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Links.Approvals;

/// <summary>The page of an approval link.</summary>
public sealed record ApprovalPageViewModel
{
    public required OpenedLink Opened { get; init; }

    public required LinkState State { get; init; }

    /// <summary>The staff member to whom the link was sent.</summary>
    public required Staff Staff { get; init; }

    public required PendingDecision Decision { get; init; }

    /// <summary>In the language of the page.</summary>
    public required ProjectView View { get; init; }

    /// <summary>Why this staff member may not decide now; null when they may.</summary>
    public required Refusal? ActRefusal { get; init; }

    /// <summary>Whether the form asks for the project number: for a closing, unless the staff member is signed in to the console.</summary>
    public required bool RequiresProjectNumber { get; init; }

    /// <summary>Whether the staff member is signed in to the console. Without it the page shows what the question is about, and not the timeline.</summary>
    public required bool IsSignedIn { get; init; }

    /// <summary>The project's coordinator, present or absent; null while it has none.</summary>
    public required Staff? Coordinator { get; init; }

    /// <summary>Undoes the closing; null when this staff member cannot or the ten minutes are over.</summary>
    public required string? UndoToken { get; init; }

    public required DateTimeText Days { get; init; }

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    public Project Project => Opened.Project;

    public string Title => View.Dossier?.Title ?? Project.Id;

    public PendingDecisionText Text => new(Decision, Staff.Id, Project.Coordinator, View.TimelineText.ResolveName, Days.Language);

    /// <summary>The decision that the link recorded; null while it is unused.</summary>
    public RecordedDecision? Recorded => Opened.UseRecord is { } use ? RecordedDecision.Read(use) : null;

    /// <summary>The line by which the question was settled; null while it is open, or open again after an undo.</summary>
    public TimelineLine? SettledBy => View.Timeline.FirstOrDefault(
        l => l.Seq > Opened.Link.EventVersion && Decision.IsSettledBy(l.Event) && View.FindUndo(l.Seq) is null);

    /// <summary>The line that undid the closing made by this link; null when there is none.</summary>
    public TimelineLine? UndoneBy => Opened.UseRecord is { } use ? View.FindUndo(use.Version) : null;
}
