using NodaTime;

namespace FollowUp.Domain;

/// <summary>What time alone decides. One step at most is due at once: what an outage left undone is never made up for in a burst.</summary>
static class Passing
{
    public static Decision Decide(Turn turn)
    {
        var project = turn.Project;
        if (!project.IsOpen || project.WakeAt > turn.Now)
        {
            return turn.Done();
        }

        if (project.CallAgreedAt is not null)
        {
            return StillToCall(turn);
        }

        if (project.Snooze is not null)
        {
            return EndOfSnooze(turn);
        }

        return project.Next!.Kind switch
        {
            ActionKind.Call => Overdue(turn),
            ActionKind.Approve => turn.Happens(new ApprovalLapsed()).Done(),
            _ => Due(turn, project),
        };
    }

    static Decision Due(Turn turn, Project project) => project.Stage switch
    {
        Stage.Reaching or Stage.InformationGiven when project.Contact.Mails => MailedAttempt(turn),
        Stage.Reaching or Stage.InformationGiven or Stage.LastMailSent => turn
            .Happens(new ProjectClosed(Outcome.Dead(DeathReason.Unreachable), ClosedFor.Silence)).Done(),
        Stage.InformationAsked => turn.Happens(new InformationAwaitedInVain()).Done(),
        Stage.Relaunching when project.Contact.Mails => turn.Happens(Relaunch(turn)).Done(),
        Stage.Relaunching => turn.Happens(new RelaunchSkipped(project.Silent + 1, IsWarning(turn))).Done(),
        Stage.Warned => turn.Happens(new WentDormant()).Done(),
        Stage.Asleep => Quarter(turn),
        _ => throw new InvalidOperationException($"Nothing falls due at {project.Stage}."),
    };

    static Decision MailedAttempt(Turn turn)
    {
        var validation = turn.Table.Validation;
        var attempt = Planning.NextMailedAttempt(validation, turn.Project.Attempts);
        return turn.Happens(new AttemptMailed(attempt, Last: attempt >= validation.Attempts)).Done();
    }

    static RelaunchMailed Relaunch(Turn turn) => new(
        turn.Project.Silent + 1,
        IsWarning(turn) ? RelaunchKind.Warning : turn.Project.Silent == 0 ? RelaunchKind.First : RelaunchKind.Later);

    static bool IsWarning(Turn turn) => turn.Project.Silent >= turn.Table.Relaunch.SilentBeforeWarning;

    /// <summary>A relaunch that nobody phones becomes a mail in the end; a validation or a promise to call never does.</summary>
    static Decision Overdue(Turn turn) => turn.Project is { Stage: Stage.Relaunching, Contact.Mails: true }
        ? turn.Happens(Relaunch(turn) with { InsteadOfCall = true }).Done()
        : StillToCall(turn);

    /// <summary>Looks again after as long as the call is late already, a working day at least and thirty days at most.</summary>
    static Decision StillToCall(Turn turn)
    {
        var late = Math.Clamp((int)(turn.Now - turn.Project.Next!.DueAt).TotalDays, 1, 30);
        var again = turn.Calendar.NextOpen(turn.Calendar.AddDays(turn.Now, late), turn.Table.Calls).At;
        return turn.Happens(new CallOverdue()).LookAgainAt(again);
    }

    static Decision EndOfSnooze(Turn turn)
    {
        var next = turn.Project.Next!;
        if (next.Kind == ActionKind.Call)
        {
            return turn.Happens(new SnoozeEnded(ByAnswer: false, CallAt: next.DueAt)).Done();
        }

        turn.Happens(new SnoozeEnded(ByAnswer: false));
        return turn.Project switch
        {
            { Contact.Mails: false } => turn.Done(),
            { Phase: Phase.AwaitingValidation } => MailedAttempt(turn),
            _ => turn.Happens(new RelaunchMailed(1, RelaunchKind.AfterSnooze)).Done(),
        };
    }

    static Decision Quarter(Turn turn)
    {
        var dormancy = turn.Table.Dormancy;
        var quarter = turn.Project.Quarters + 1;
        while (turn.Calendar.AddMonths(turn.Project.DormantSince!.Value, dormancy.EveryMonths * (quarter + 1)) <= turn.Now)
        {
            quarter++;
        }

        if (quarter * dormancy.EveryMonths >= dormancy.AskAfterMonths)
        {
            return turn.Happens(new ApprovalAsked(quarter)).Done();
        }

        return turn.Happens(turn.Project.Contact.Mails ? new LightMailSent(quarter) : new QuarterPassed(quarter)).Done();
    }
}
