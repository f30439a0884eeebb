using NodaTime;

namespace FollowUp.Domain;

/// <summary>The client says where things stand, by a link or on the website. The client is master of the decision.</summary>
static class Answering
{
    public static Decision Decide(Turn turn, AnswerRelaunch c)
    {
        if (Refuses(turn, c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (SaidAlready(turn, c))
        {
            return turn.Done();
        }

        SignOfLife(turn, new ClientAnswered(c.Answer, c.Provider, c.Until));
        return (c.Answer switch
        {
            ClientAnswer.Chose => Closed(turn, Outcome.Won(c.Provider!, c.Amount)),
            ClientAnswer.ChoseElsewhere => Closed(turn, Outcome.Dead(DeathReason.ChoseElsewhere)),
            ClientAnswer.GaveUp => Closed(turn, Outcome.Dead(DeathReason.Abandoned)),
            ClientAnswer.LeaveMeAlone => Closed(turn, Outcome.Dead(DeathReason.RefusedContact)),
            ClientAnswer.NotNow => turn.Happens(new Snoozed(c.Until!.Value, Reason: null, EndsOnAnswer: true)),
            ClientAnswer.CallMe => turn.Happens(new CallAgreed(c.CallAt ?? Soon(turn))),
            _ => turn,
        }).Done();
    }

    public static Decision Decide(Turn turn, PickCallBack c)
    {
        if (RefusesCallAt(turn, c.At) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (turn.Project.CallAgreedAt == c.At)
        {
            return turn.Done();
        }

        return turn.Calendar.IsOpen(c.At, turn.Table.Calls)
            ? SignOfLife(turn, new ClientAnswered(ClientAnswer.CallMe, null, null)).Happens(new CallAgreed(c.At)).Done()
            : Decision.Refuse(Refusals.OutsideContactRules);
    }

    public static Decision Decide(Turn turn, ReportSignal c)
    {
        if (turn.Project.LastSignal == new LastSignal(c.Kind, c.At) || c.At < turn.Project.ReopenedAt)
        {
            return turn.Done();
        }

        if (c.Kind == SignalKind.Awarded && c.Provider is null)
        {
            return Decision.Refuse(Refusals.ProviderNeeded);
        }

        SignOfLife(turn, new ClientSignalled(c.Kind, c.Provider, c.At));
        return (c.Kind switch
        {
            SignalKind.Awarded => turn.Happens(new ProjectClosed(Outcome.Won(c.Provider!, c.Amount), ClosedFor.Website)),
            SignalKind.Cancelled => turn.Happens(new ProjectClosed(Outcome.Dead(DeathReason.Abandoned), ClosedFor.Website)),
            _ => turn,
        }).Done();
    }

    public static Decision Decide(Turn turn, ReportReply c)
    {
        // The date of a mail is its sender's and may lie ahead: it only tells a repeat, and life counts from when the reply came in.
        var replied = new ClientReplied(c.Text, c.At);
        return (turn.Project switch
        {
            { LastReplyAt: { } last } when last == c.At => turn,
            { IsOpen: true } => SignOfLife(turn, replied),
            _ => turn.Happens(replied),
        }).Done();
    }

    /// <summary>Anything that comes from the client: it ends a pause that ends on answers, and wakes a project that sleeps.</summary>
    public static Turn SignOfLife(Turn turn, Event sign)
    {
        turn.Happens(sign);
        if (turn.Project.Snooze is { EndsOnAnswer: true })
        {
            turn.Happens(new SnoozeEnded(ByAnswer: true));
        }

        return turn.Project.Phase == Phase.Dormant ? turn.Happens(new Woke()) : turn;
    }

    static Refusal? Refuses(Turn turn, AnswerRelaunch c) => c.Answer switch
    {
        ClientAnswer.TalkingTo or ClientAnswer.Chose when c.Provider is null => Refusals.ProviderNeeded,
        ClientAnswer.NotNow => Snoozing.RefusesUntil(turn, c.Until),
        ClientAnswer.CallMe when c.CallAt is { } at => RefusesCallAt(turn, at),
        _ => null,
    };

    static Refusal? RefusesCallAt(Turn turn, Instant at) =>
        at <= turn.Now ? Refusals.InThePast : at > LatestCall(turn) ? Refusals.CallTooFar : null;

    /// <summary>A call is agreed for the coming year at most; what lies further off is a pause.</summary>
    public static Instant LatestCall(Turn turn) => turn.Calendar.AddMonths(turn.Now, 12);

    /// <summary>The same answer twice on one day, with nothing in between that it would change, says nothing new.</summary>
    static bool SaidAlready(Turn turn, AnswerRelaunch c)
    {
        var project = turn.Project;
        return project.LastSaid == c.Answer
            && project is { Silent: 0, Attempts: 0 } and not { Phase: Phase.Dormant }
            && turn.Calendar.DateOf(project.LastSignOfLife) == turn.Calendar.DateOf(turn.Now)
            && c.Answer switch
            {
                ClientAnswer.TalkingTo => project.Standing(c.Provider!).Wanted && project.Snooze is not { EndsOnAnswer: true },
                ClientAnswer.NotNow => project.Snooze == new SnoozeUntil(c.Until!.Value, EndsOnAnswer: true),
                ClientAnswer.CallMe => project.CallAgreedAt is { } agreed && (c.CallAt is null || c.CallAt == agreed),
                _ => project.Snooze is not { EndsOnAnswer: true },
            };
    }

    static Turn Closed(Turn turn, Outcome outcome) => turn.Happens(new ProjectClosed(outcome, ClosedFor.Client));

    static Instant Soon(Turn turn) => turn.Calendar.AddWorkingTime(turn.Now, turn.Table.Validation.FirstCallWithin, turn.Table.Calls);
}
