using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>The page of an undo link.</summary>
public sealed record UndoPageViewModel
{
    public required OpenedLink Opened { get; init; }

    public required LinkState State { get; init; }

    /// <summary>The staff member who holds the link; null when the client does.</summary>
    public required Staff? Staff { get; init; }

    /// <summary>In the language of the page.</summary>
    public required ProjectView View { get; init; }

    /// <summary>The client's own page, once the closing is undone; null for staff.</summary>
    public required string? PageToken { get; init; }

    public required MailOptions Department { get; init; }

    public required DateTimeText Days { get; init; }

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    public Project Project => Opened.Project;

    public DepartmentContact Contact => DepartmentContact.Create(View.InCharge, Department);

    public string Title => View.Dossier?.Title ?? Days.Language.Pick("Votre projet", "Your project");

    /// <summary>The line by which the closing ended: an undo, or a reopening. Null while the closing stands.</summary>
    public TimelineLine? LaterChange => View.Timeline.FirstOrDefault(
        l => l.Seq > Opened.Link.EventVersion && l.Event is ClosingUndone or ProjectReopened);
}
