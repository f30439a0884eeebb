using System.Diagnostics;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides what time alone decides. Takes at most one step per call, so after an outage a client gets one relaunch, not several.</summary>
static class TimeDecider
{
    /// <summary>
    /// The step that is due; no event when none is, or when the project is closed. When the person's other projects changed how the client may be
    /// contacted, that alone: the step that was due may no longer be allowed, and the new plan decides.
    /// </summary>
    public static Decision Decide(DecisionBuilder decision)
    {
        var project = decision.Project;
        decision.AppendContactChange();
        if (IsForbiddenRelaunch(decision))
        {
            return decision.Append(new ContactUpdated(decision.Project.Contact)).BuildWithNewPlan();
        }

        if (!project.IsOpen || project.WakeAt > decision.Now || decision.Project != project)
        {
            return decision.Build();
        }

        return project.WaitingFor switch
        {
            WaitingFor.Continuation => KeepDecisionOpen(decision),
            WaitingFor.AgreedCall w when project.Agenda.MissedCall is null =>
                decision.Append(new AppointmentMissed(w.At, MailFollows: decision.Project.Contact.MayMail)).Build(),
            WaitingFor.AgreedCall => KeepCallOpen(decision),
            WaitingFor.EndOfSnooze => EndSnooze(decision),
            WaitingFor.CallAfterSnooze when project.Stage == Stage.Relaunching => DecideOverdueRelaunchCall(decision),
            WaitingFor.CallAfterSnooze => KeepCallOpen(decision),
            WaitingFor.NextAttempt w => DecideAttempt(decision, w),
            WaitingFor.RightNumber => decision.Project.Contact.MayMail
                ? decision.Append(new NumberAsked(Last: true)).Build()
                : CloseAsUnreachable(decision),
            WaitingFor.Information => decision.Append(new InformationAwaitedInVain()).Build(),
            WaitingFor.AnswerToLastMail => CloseAsUnreachable(decision),
            WaitingFor.NextRelaunch w => DecideRelaunch(decision, w),
            WaitingFor.AnswerToWarning => decision.Append(new WentDormant()).Build(),
            WaitingFor.NextQuarter w => DecideQuarter(decision, w),
            WaitingFor.ClosingApproval => decision.Append(new ApprovalLapsed()).Build(),
            var other => throw new UnreachableException($"No rule for {other?.GetType().Name ?? "a closed project"}"),
        };
    }

    /// <summary>
    /// Whether a relaunch is planned in a category of service in which the law forbids it: the category was not known when it was planned, or came into the
    /// cadence since.
    /// </summary>
    static bool IsForbiddenRelaunch(DecisionBuilder decision) => decision.Project is
    {
        IsOpen: true,
        Next:
        {
            Kind: ActionKind.Call or ActionKind.Mail,
            Why.Code: ReasonCode.RelaunchByMail or ReasonCode.RelaunchByPhone or ReasonCode.RelaunchMailFailed or ReasonCode.RelaunchMailUnwanted
                or ReasonCode.WarningByMail or ReasonCode.WarningByPhone or ReasonCode.LightMail,
        },
    } && !decision.MayRelaunch;

    static bool IsCall(DecisionBuilder decision) => decision.Project.Next!.Kind == ActionKind.Call;

    /// <summary>A call of phone validation stays due until it is made. Without phone and mail the project is closed.</summary>
    static Decision DecideAttempt(DecisionBuilder decision, WaitingFor.NextAttempt waiting) =>
        IsCall(decision) ? KeepCallOpen(decision)
        : decision.Project.Contact.MayMail ? MailAttempt(decision, waiting.Attempts)
        : CloseAsUnreachable(decision);

    static Decision MailAttempt(DecisionBuilder decision, int attempts)
    {
        var validation = decision.Table.Validation;
        var attempt = validation.GetNextMailedAttempt(attempts);
        return decision.Append(new AttemptMailed(attempt, Last: attempt >= validation.Attempts)).Build();
    }

    static Decision CloseAsUnreachable(DecisionBuilder decision) =>
        decision.Append(new ProjectClosed(Outcome.Dead(DeathReason.Unreachable), ClosingSource.Silence)).Build();

    static Decision DecideRelaunch(DecisionBuilder decision, WaitingFor.NextRelaunch waiting)
    {
        if (IsCall(decision))
        {
            return DecideOverdueRelaunchCall(decision);
        }

        return decision.Append(decision.MayRelaunchByMail
            ? CreateRelaunch(decision)
            : new RelaunchSkipped(waiting.UnansweredContacts + 1, IsWarningDue(decision))).Build();
    }

    /// <summary>A relaunch by phone that is overdue becomes a mail. Without mail the call stays due.</summary>
    static Decision DecideOverdueRelaunchCall(DecisionBuilder decision) => decision.MayRelaunchByMail
        ? decision.Append(CreateRelaunch(decision) with { InsteadOfCall = true }).Build()
        : KeepCallOpen(decision);

    static RelaunchMailed CreateRelaunch(DecisionBuilder decision)
    {
        var unanswered = decision.Project.Cycle.UnansweredContacts;
        var kind = IsWarningDue(decision) ? RelaunchKind.Warning : unanswered == 0 ? RelaunchKind.First : RelaunchKind.Later;
        return new RelaunchMailed(unanswered + 1, kind);
    }

    static bool IsWarningDue(DecisionBuilder decision) => decision.Project.Cycle.UnansweredContacts >= decision.Table.Relaunch.SilentBeforeWarning;

    /// <summary>A call that is overdue stays due.</summary>
    static Decision KeepCallOpen(DecisionBuilder decision) => KeepOpen(decision, new CallOverdue());

    /// <summary>Time never decides in the place of staff whether a client is left alone.</summary>
    static Decision KeepDecisionOpen(DecisionBuilder decision) => KeepOpen(decision, new DecisionOverdue());

    /// <summary>Looks again after as many days as the action is late: one at least, thirty at most, then at the next opening of the call hours.</summary>
    static Decision KeepOpen(DecisionBuilder decision, Event overdue)
    {
        var daysLate = Math.Clamp((int)(decision.Now - decision.Project.Next!.DueAt).TotalDays, 1, 30);
        var wakeAt = decision.Calendar.NextOpen(decision.Calendar.AddDays(decision.Now, daysLate), decision.Table.Calls).At;
        return decision.Append(overdue).BuildWithWakeAt(wakeAt);
    }

    static Decision EndSnooze(DecisionBuilder decision)
    {
        if (IsCall(decision))
        {
            return decision.Append(new SnoozeEnded(ByAnswer: false, CallAt: decision.Project.Next!.DueAt)).Build();
        }

        var isAskedFor = decision.Project.PlanInputs.IsPauseAskedFor;
        decision.Append(new SnoozeEnded(ByAnswer: false));
        return decision.Project switch
        {
            { Contact.MayMail: false } => decision.Build(),
            { Phase: not Phase.AwaitingValidation } when !decision.MayRelaunch && !isAskedFor => decision.Build(),
            { Phase: Phase.AwaitingValidation, IsNumberWrong: true } => decision.Append(new NumberAsked(Last: false)).Build(),
            { Phase: Phase.AwaitingValidation } => MailAttempt(decision, decision.Project.Cycle.Attempts),
            _ => decision.Append(new RelaunchMailed(1, RelaunchKind.AfterSnooze)).Build(),
        };
    }

    /// <summary>
    /// Quarters that passed during an outage are skipped: only the newest one is decided. Three months before the erasure of the person staff are asked for
    /// the last time (<see cref="RetentionTerm"/>).
    /// </summary>
    static Decision DecideQuarter(DecisionBuilder decision, WaitingFor.NextQuarter waiting)
    {
        var dormancy = decision.Table.Dormancy;
        var quarter = waiting.Quarters + 1;
        while (decision.Calendar.AddMonths(waiting.DormantSince, dormancy.EveryMonths * (quarter + 1)) <= decision.Now)
        {
            quarter++;
        }

        var lastQuestion = RetentionTerm.GetLastQuestion(decision.Project.LastSignOfLife, decision.Calendar);
        if (decision.Now >= lastQuestion)
        {
            return decision.Append(decision.Project.Cycle.StartedAt < lastQuestion ? new ApprovalAsked(quarter) : new QuarterPassed(quarter)).Build();
        }

        if (quarter * dormancy.EveryMonths >= dormancy.AskAfterMonths)
        {
            return decision.Append(new ApprovalAsked(quarter)).Build();
        }

        return decision.Append(decision.MayRelaunchByMail ? new LightMailSent(quarter) : new QuarterPassed(quarter)).Build();
    }
}
