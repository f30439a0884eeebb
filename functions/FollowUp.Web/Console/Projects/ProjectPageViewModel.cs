using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Web.Shared.DecisionRequests;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Console.Projects;

/// <summary>A project's page in the console.</summary>
/// <param name="ActRefusal">Why this person can only look; null when they may act.</param>
/// <param name="Providers">Every known provider, to choose from.</param>
/// <param name="FormKey">The name of this showing of the page: a form sent twice from it counts once.</param>
/// <param name="Technical">What machines did; null for whom it is not.</param>
/// <param name="RecordedForm">The form that was just recorded; null when none was.</param>
public sealed record ProjectPageViewModel(
    ConsoleVisit Visit, ProjectView View, Refusal? ActRefusal, ImmutableArray<ProviderProfile> Providers, TechnicalLayerViewModel? Technical, string FormKey,
    string? RecordedForm, FormEcho Echo)
{
    public Project Project => View.Project;

    public Dossier? Dossier => View.Dossier;

    public DateTimeText Days => Visit.Days;

    public string Address => $"/desk/projects/{Uri.EscapeDataString(Project.Id)}";

    public bool MayAct => ActRefusal is null;

    public bool CanUndo => Days.Now < Project.UndoUntil;

    public bool CanReopen => Project is { Phase: Phase.Dead, Erased: false };

    /// <summary>The questions to staff that stand on it, to whomever.</summary>
    public ImmutableArray<PendingDecisionDetails> PendingDecisions { get; } = PendingDecisionDetails.FindAll(
        View.Project, View.Timeline.Select(l => new RecordedEvent(l.Seq, l.At, l.Role, l.By, l.Event)), Technical?.Messages ?? []);

    public Staff? Coordinator => Visit.AllStaff.FirstOrDefault(s => s.Id == Project.Coordinator);

    public PendingDecisionText TextFor(PendingDecision question) => new(question, Visit.Staff.Id, Project.Coordinator, Visit.Name, Visit.Language);

    /// <summary>Who was asked may answer, though it is none of their projects.</summary>
    public bool CanDecide(PendingDecision question) => Charter.GetRefusal(Project, question.ToCommand(yes: true), Visit.Actor) is null;

    /// <summary>The client's replies that wait for staff, oldest first, with their texts while these are filed.</summary>
    public ImmutableArray<(Instant At, string? Text)> WaitingReplies => Project.ReplyWaitsSince is not { } since
        ? []
        : [.. View.Timeline.Where(l => l.At >= since && l.Event is ClientReplied)
            .Select(l => (l.At, View.TimelineText.ResolveText(((ClientReplied)l.Event).Text)))];

    /// <summary>The text of a provider's question, while it is filed.</summary>
    public string? TextOf(OpenQuestion question) =>
        View.Timeline.Select(l => l.Event).OfType<QuestionAsked>().LastOrDefault(q => q.Question == question.Id) is { } asked
            ? View.TimelineText.ResolveText(asked.Text)
            : null;
}
