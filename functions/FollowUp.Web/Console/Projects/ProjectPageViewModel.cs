using System.Collections.Immutable;
using FollowUp.Application.Duplicates;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.ProjectForms;
using FollowUp.Web.Shared.DecisionRequests;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Console.Projects;

/// <summary>A project's page in the console.</summary>
public sealed record ProjectPageViewModel
{
    public required ConsoleVisit Visit { get; init; }

    public required ProjectView View { get; init; }

    /// <summary>Why this staff member may not use the forms; null when they may.</summary>
    public required Refusal? ActRefusal { get; init; }

    /// <summary>Whether the client may be called now, over all their projects.</summary>
    public required CallPermission CallPermission { get; init; }

    /// <summary>Every known provider, for the fields that name one.</summary>
    public required ImmutableArray<ProviderProfile> Providers { get; init; }

    /// <summary>Null for sales, who do not see it.</summary>
    public required TechnicalLayerViewModel? Technical { get; init; }

    /// <summary>What providers read; null for sales, who do not see it.</summary>
    public FeedPreview? Feed { get; init; }

    /// <summary>Projects of the same client that this one resembles, while it awaits validation.</summary>
    public ImmutableArray<NearDuplicate> Duplicates { get; init; } = [];

    /// <summary>Random for each showing of the page; part of the idempotency keys of its forms.</summary>
    public required string FormKey { get; init; }

    /// <summary>The name of the form that was recorded just before; null when none was.</summary>
    public string? RecordedForm { get; init; }

    /// <summary>Whether the form recorded just before closed the project although its name does not say so, such as a call.</summary>
    public bool IsJustClosed => RecordedForm is "record-call" or "correct-last-call" or "approve" && !Project.IsOpen;

    /// <summary>The mails of the decision that can be undone, or was undone just now, that have left: an undo does not bring them back.</summary>
    public IEnumerable<OutboxMessage> LeftAlready => (Technical?.Messages ?? [])
        .Where(entry => entry is { State: MessageState.Sent, Message.To: not RecipientKind.Website } && IsOfUndo(entry.Message.CausedBy))
        .Select(entry => entry.Message);

    /// <summary>What the form that writes to the client begins with; null for an empty one.</summary>
    public ClientMailTemplate? MailTemplate { get; init; }

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    public Project Project => View.Project;

    public Dossier? Dossier => View.Dossier;

    public DateTimeText Days => Visit.Days;

    public string Address => ConsoleAddresses.Project(Project.Id);

    /// <summary>Where the forms are posted: the page itself unless another page shows them.</summary>
    public string FormAddress
    {
        get => field ?? Address;
        init;
    }

    public bool MayAct => ActRefusal is null;

    /// <summary>Whether this staff member may leave a note and record that the client called: every coordinator.</summary>
    public bool MayNote => Charter.GetRefusal(Project, new AddNote(new FreeText(null), Visibility.Internal), Visit.Actor) is null;

    public bool CanUndo => Project.IsUndoOpenTo(Visit.Actor, Days.Now);

    public bool CanReopen => Project is { Phase: Phase.Dead, Erased: false };

    /// <summary>All open questions to staff, not only this staff member's.</summary>
    public ImmutableArray<PendingDecisionDetails> PendingDecisions => PendingDecisionDetails.FindAll(
        Project, View.Timeline.Select(l => new RecordedEvent(l.Seq, l.At, l.Role, l.By, l.Event)), Technical?.Messages ?? []);

    public Staff? Coordinator => Visit.FindStaff(Project.Coordinator);

    /// <summary>The page without an echo, for the forms that show none of their own.</summary>
    public ProjectPageViewModel WithoutEcho => this with { Echo = FormEcho.Empty };

    public PendingDecisionText TextFor(PendingDecision decision) => new(decision, Visit.Staff.Id, Project.Coordinator, Visit.Name, Visit.Language);

    /// <summary>Whether this staff member may decide; the staff member who was asked may, on a colleague's project too.</summary>
    public bool CanDecide(PendingDecision decision) => Charter.GetRefusal(Project, decision.ToCommand(yes: true), Visit.Actor) is null;

    /// <summary>
    /// What the client wrote, or said to a colleague, and staff have not handled, oldest first; an erased text is null. Notes of colleagues are
    /// part of it.
    /// </summary>
    public ImmutableArray<(Instant At, string? Text)> WaitingReplies => Project.ReplyWaitsSince is not { } since
        ? []
        : [.. View.Timeline.Where(l => l.At >= since && l.Event is ClientReplied or ClientReached { ByColleague: true } or NoteAdded or ClosingUndone { ByAnswer: true } or ClientAnswered)
            .Select(l => (l.At, l.Event is ClientReplied reply ? View.TimelineText.ResolveText(reply.Text) : $"{l.By} : {l.Text}"))];

    /// <summary>Whether the client called a colleague among <see cref="WaitingReplies"/>.</summary>
    public bool HasWaitingCall => Project.ReplyWaitsSince is { } since
        && View.Timeline.Any(l => l.At >= since && l.Event is ClientReached { ByColleague: true });

    /// <summary>The text of a provider's question; null once it is erased.</summary>
    public string? TextOf(OpenQuestion question) => View.Timeline.Select(l => l.Event switch
    {
        QuestionAsked asked when asked.Question == question.Id => asked.Text,
        ProviderHandedOver handedOver when handedOver.Question == question.Id => handedOver.Text,
        _ => null,
    }).LastOrDefault(written => written is not null) is { } text
        ? View.TimelineText.ResolveText(text)
        : null;

    bool IsOfUndo(long version) => CanUndo
        ? Project.UndoPoint!.First <= version && version <= Project.UndoPoint.Last
        : RecordedForm == "undo" && Project.Undone is [.., var undone] && undone.Contains(version);
}
