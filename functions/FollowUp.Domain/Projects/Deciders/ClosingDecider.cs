using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides the closing of a project by staff, and what a closed project accepts.</summary>
static class ClosingDecider
{
    public static Decision Decide(DecisionBuilder decision, Close c) => c.Outcome switch
    {
        { IsWon: true, Provider: null } => Decision.Refuse(Refusals.ProviderNeeded),
        { IsWon: true, Provider: { } provider } when c.OnWordOf is null && IsUnknown(decision.Project.GetProviderState(provider)) => Decision.Refuse(Refusals.WordNeeded),
        { Reason: DeathReason.NoSignOfLife } => Decision.Refuse(Refusals.ApprovalNeeded),
        { Reason: DeathReason.Unreachable } when decision.Project.Validated => Decision.Refuse(Refusals.NotAwaitingValidation),
        { Reason: DeathReason.Unreachable } when c.Reason is null && !IsTriedOut(decision) => Decision.Refuse(Refusals.AttemptsOrWordsNeeded),
        { Reason: DeathReason.Erased } => Decision.Refuse(Refusals.ErasureIsItsOwnCommand),
        { Reason: DeathReason.Duplicate } when c.DuplicateOf == decision.Project.Id => Decision.Refuse(Refusals.DuplicateOfItself),
        _ => decision.Append(new ProjectClosed(c.Outcome, ClosingSource.Staff, c.Reason, DuplicateOf: c.DuplicateOf) { OnWordOf = c.OnWordOf }).Build(),
    };

    /// <summary>Whether a provider never acted on the project and was never named by the client.</summary>
    static bool IsUnknown(ProviderState provider) => provider is { Acted: false, ClientInterested: false };

    /// <summary>Whether all attempts of the cadence were made, or the last mail asks for the right number.</summary>
    static bool IsTriedOut(DecisionBuilder decision) =>
        decision.Project.Stage == Stage.LastMailSent || decision.Project.Cycle.Attempts >= decision.Table.Validation.Attempts;

    /// <summary>The command that the answer to a pending decision means; null when no decision or more than one fits.</summary>
    public static Command? FindDecision(Project project, Approve c) =>
        PendingDecision.GetPending(project).Where(pending => c.Decision is null || pending.Id == c.Decision).Take(2).ToList() is [var only]
            ? only.ToCommand(c.Approved)
            : null;

    /// <summary>
    /// A validated project is closed for silence only when staff approve it, and one whose client wants to be left alone about another project only
    /// when staff say so. The yes to a reopening is the command <see cref="Reopen"/>.
    /// </summary>
    public static Decision Decide(DecisionBuilder decision, Approve c) => decision.Project.Stage switch
    {
        _ when c.Decision is null && PendingDecision.GetPending(decision.Project).Any() => Decision.Refuse(Refusals.WhichDecision),
        _ when c is { Approved: false, Decision: PendingReopening.ReopeningId } && decision.Project.IsReopeningPending => decision.Append(new ReopeningDeclined()).Build(),
        _ when decision.Project.IsContinuationPending && c.Decision == PendingContinuation.ContinuationId => decision.Append(c.Approved
            ? new ProjectClosed(Outcome.Dead(DeathReason.RefusedContact), ClosingSource.Staff)
            : new ContinuationConfirmed()).Build(),
        _ when decision.Project.IsContinuationPending || c.Decision is not (null or PendingClosing.ClosingId) => Decision.Refuse(Refusals.NothingToApprove),
        not Stage.ApprovalAsked => Decision.Refuse(Refusals.NothingToApprove),
        _ when c.Approved => decision
            .Append(new ProjectClosed(Outcome.Dead(DeathReason.NoSignOfLife), ClosingSource.Silence)).Build(),
        _ => decision.Append(new ApprovalDeclined()).Build(),
    };

    /// <summary>Why an open project refuses a command; null when it accepts it.</summary>
    public static Refusal? GetRefusalWhenOpen(Command command) => command switch
    {
        Reopen => Refusals.NotClosed,
        _ => null,
    };

    /// <summary>
    /// Why a closed project refuses a command; null when it accepts it. Besides undo and reopen it accepts the rights of the person, absences, another coordinator,
    /// questions of providers and their answers, calls with them, what the follow-up feed shows, replies of the client, what the client of a dead project does
    /// on the website, and a note or a mail to the client once a reply waits for staff.
    /// </summary>
    public static Refusal? GetRefusalWhenClosed(Project project, Command command) => command switch
    {
        AdvanceTime or OptOut or RecordConsent or ReportMailRefused or ReportMailWorks or Erase or SetStandIn or AssignByRules => null,

        // The dossier stays true, as the project may be reopened.
        ReportProjectChange or ReportClientChange => null,

        // The project stays closed; staff read the reply and decide whether to reopen the project.
        ReportReply => project.Erased ? Refusals.PersonIsErased : null,
        ReportSignal when project.Phase == Phase.Dead => project.Erased ? Refusals.PersonIsErased : null,
        Approve { Approved: false, Decision: PendingReopening.ReopeningId } when project.IsReopeningPending => null,
        AddNote when project.ReplyWaitsSince is not null => null,
        WithdrawNote or ShareFact => null,
        RecordProviderCall => null,
        AskQuestion or HandOverProvider => project.Erased ? Refusals.PersonIsErased : null,
        WriteToClient when project is { ReplyWaitsSince: not null, Erased: false } => null,
        AnswerQuestion c when project.OpenQuestions.Any(q => q.Id == c.Question) => null,
        Undo or CorrectLastCall => null,
        Reopen => project switch
        {
            { Erased: true } => Refusals.PersonIsErased,
            { Phase: Phase.Won } => Refusals.OnlyTheDeadReopen,
            _ => null,
        },
        _ => Refusals.AlreadyClosed,
    };
}
