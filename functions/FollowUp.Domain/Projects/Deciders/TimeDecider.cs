using FollowUp.Domain.Cadences;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>What time alone decides. One step at most is due at once: what an outage left undone is never made up for in a burst.</summary>
static class TimeDecider
{
    public static Decision Decide(DecisionBuilder turn)
    {
        var project = turn.Project;
        if (!project.IsOpen || project.WakeAt > turn.Now)
        {
            return turn.Build();
        }

        if (project.CallAgreedAt is not null)
        {
            return KeepCallOpen(turn);
        }

        if (project.Snooze is not null)
        {
            return EndSnooze(turn);
        }

        return project.Next!.Kind switch
        {
            ActionKind.Call => DecideOverdueCall(turn),
            ActionKind.Approve => turn.Append(new ApprovalLapsed()).Build(),
            _ => DecideDueStep(turn, project),
        };
    }

    static Decision DecideDueStep(DecisionBuilder turn, Project project) => project.Stage switch
    {
        Stage.Reaching or Stage.InformationGiven when project.Contact.MayMail => MailAttempt(turn),
        Stage.Reaching or Stage.InformationGiven or Stage.LastMailSent => turn
            .Append(new ProjectClosed(Outcome.Dead(DeathReason.Unreachable), ClosedFor.Silence)).Build(),
        Stage.InformationAsked => turn.Append(new InformationAwaitedInVain()).Build(),
        Stage.Relaunching when project.Contact.MayMail => turn.Append(CreateRelaunch(turn)).Build(),
        Stage.Relaunching => turn.Append(new RelaunchSkipped(project.UnansweredContacts + 1, IsWarningDue(turn))).Build(),
        Stage.Warned => turn.Append(new WentDormant()).Build(),
        Stage.Asleep => DecideQuarter(turn),
        _ => throw new InvalidOperationException($"Nothing falls due at {project.Stage}."),
    };

    static Decision MailAttempt(DecisionBuilder turn)
    {
        var validation = turn.Table.Validation;
        var attempt = NextActionPlanner.GetNextMailedAttempt(validation, turn.Project.Attempts);
        return turn.Append(new AttemptMailed(attempt, Last: attempt >= validation.Attempts)).Build();
    }

    static RelaunchMailed CreateRelaunch(DecisionBuilder turn) => new(
        turn.Project.UnansweredContacts + 1,
        IsWarningDue(turn) ? RelaunchKind.Warning : turn.Project.UnansweredContacts == 0 ? RelaunchKind.First : RelaunchKind.Later);

    static bool IsWarningDue(DecisionBuilder turn) => turn.Project.UnansweredContacts >= turn.Table.Relaunch.SilentBeforeWarning;

    /// <summary>A relaunch that nobody phones becomes a mail in the end; a validation or a promise to call never does.</summary>
    static Decision DecideOverdueCall(DecisionBuilder turn) => turn.Project is { Stage: Stage.Relaunching, Contact.MayMail: true }
        ? turn.Append(CreateRelaunch(turn) with { InsteadOfCall = true }).Build()
        : KeepCallOpen(turn);

    /// <summary>Looks again after as long as the call is late already, a working day at least and thirty days at most.</summary>
    static Decision KeepCallOpen(DecisionBuilder turn)
    {
        var late = Math.Clamp((int)(turn.Now - turn.Project.Next!.DueAt).TotalDays, 1, 30);
        var again = turn.Calendar.NextOpen(turn.Calendar.AddDays(turn.Now, late), turn.Table.Calls).At;
        return turn.Append(new CallOverdue()).BuildWithWakeAt(again);
    }

    static Decision EndSnooze(DecisionBuilder turn)
    {
        var next = turn.Project.Next!;
        if (next.Kind == ActionKind.Call)
        {
            return turn.Append(new SnoozeEnded(ByAnswer: false, CallAt: next.DueAt)).Build();
        }

        turn.Append(new SnoozeEnded(ByAnswer: false));
        return turn.Project switch
        {
            { Contact.MayMail: false } => turn.Build(),
            { Phase: Phase.AwaitingValidation } => MailAttempt(turn),
            _ => turn.Append(new RelaunchMailed(1, RelaunchKind.AfterSnooze)).Build(),
        };
    }

    static Decision DecideQuarter(DecisionBuilder turn)
    {
        var dormancy = turn.Table.Dormancy;
        var quarter = turn.Project.DormantQuarters + 1;
        while (turn.Calendar.AddMonths(turn.Project.DormantSince!.Value, dormancy.EveryMonths * (quarter + 1)) <= turn.Now)
        {
            quarter++;
        }

        if (quarter * dormancy.EveryMonths >= dormancy.AskAfterMonths)
        {
            return turn.Append(new ApprovalAsked(quarter)).Build();
        }

        return turn.Append(turn.Project.Contact.MayMail ? new LightMailSent(quarter) : new QuarterPassed(quarter)).Build();
    }
}
