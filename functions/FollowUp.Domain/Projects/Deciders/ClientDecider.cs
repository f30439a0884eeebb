using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>The client says where things stand, by a link or on the website. The client is master of the decision.</summary>
static class ClientDecider
{
    public static Decision Decide(DecisionBuilder turn, AnswerRelaunch c)
    {
        if (GetRefusal(turn, c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (IsRepeat(turn, c))
        {
            return turn.Build();
        }

        AppendSignOfLife(turn, new ClientAnswered(c.Answer, c.Provider, c.Until));
        return (c.Answer switch
        {
            ClientAnswer.Chose => AppendClosing(turn, Outcome.Won(c.Provider!, c.Amount)),
            ClientAnswer.ChoseElsewhere => AppendClosing(turn, Outcome.Dead(DeathReason.ChoseElsewhere)),
            ClientAnswer.GaveUp => AppendClosing(turn, Outcome.Dead(DeathReason.Abandoned)),
            ClientAnswer.LeaveMeAlone => AppendClosing(turn, Outcome.Dead(DeathReason.RefusedContact)),
            ClientAnswer.NotNow => turn.Append(new Snoozed(c.Until!.Value, Reason: null, EndsOnAnswer: true)),
            ClientAnswer.CallMe => turn.Append(new CallAgreed(c.CallAt ?? GetSoonestCall(turn))),
            _ => turn,
        }).Build();
    }

    public static Decision Decide(DecisionBuilder turn, PickCallBack c)
    {
        if (GetRefusalOfCallTime(turn, c.At) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (turn.Project.CallAgreedAt == c.At)
        {
            return turn.Build();
        }

        return turn.Calendar.IsOpen(c.At, turn.Table.Calls)
            ? AppendSignOfLife(turn, new ClientAnswered(ClientAnswer.CallMe, null, null)).Append(new CallAgreed(c.At)).Build()
            : Decision.Refuse(Refusals.OutsideContactRules);
    }

    public static Decision Decide(DecisionBuilder turn, ReportSignal c)
    {
        if (turn.Project.LastSignal == new LastSignal(c.Kind, c.At) || c.At < turn.Project.ReopenedAt)
        {
            return turn.Build();
        }

        if (c.Kind == SignalKind.Awarded && c.Provider is null)
        {
            return Decision.Refuse(Refusals.ProviderNeeded);
        }

        AppendSignOfLife(turn, new ClientSignalled(c.Kind, c.Provider, c.At));
        return (c.Kind switch
        {
            SignalKind.Awarded => turn.Append(new ProjectClosed(Outcome.Won(c.Provider!, c.Amount), ClosedFor.Website)),
            SignalKind.Cancelled => turn.Append(new ProjectClosed(Outcome.Dead(DeathReason.Abandoned), ClosedFor.Website)),
            _ => turn,
        }).Build();
    }

    public static Decision Decide(DecisionBuilder turn, ReportReply c)
    {
        // The date of a mail is its sender's and may lie ahead: it only tells a repeat, and life counts from when the reply came in.
        var replied = new ClientReplied(c.Text, c.At);
        return (turn.Project switch
        {
            { LastReplyAt: { } last } when last == c.At => turn,
            { IsOpen: true } => AppendSignOfLife(turn, replied),
            _ => turn.Append(replied),
        }).Build();
    }

    /// <summary>Anything that comes from the client: it ends a pause that ends on answers, and wakes a project that sleeps.</summary>
    public static DecisionBuilder AppendSignOfLife(DecisionBuilder turn, Event sign)
    {
        turn.Append(sign);
        if (turn.Project.Snooze is { EndsOnAnswer: true })
        {
            turn.Append(new SnoozeEnded(ByAnswer: true));
        }

        return turn.Project.Phase == Phase.Dormant ? turn.Append(new Woke()) : turn;
    }

    static Refusal? GetRefusal(DecisionBuilder turn, AnswerRelaunch c) => c.Answer switch
    {
        ClientAnswer.TalkingTo or ClientAnswer.Chose when c.Provider is null => Refusals.ProviderNeeded,
        ClientAnswer.NotNow => SnoozeDecider.GetRefusalOfDate(turn, c.Until),
        ClientAnswer.CallMe when c.CallAt is { } at => GetRefusalOfCallTime(turn, at),
        _ => null,
    };

    static Refusal? GetRefusalOfCallTime(DecisionBuilder turn, Instant at) =>
        at <= turn.Now ? Refusals.InThePast : at > GetLatestCallTime(turn) ? Refusals.CallTooFar : null;

    /// <summary>A call is agreed for the coming year at most; what lies further off is a pause.</summary>
    public static Instant GetLatestCallTime(DecisionBuilder turn) => turn.Calendar.AddMonths(turn.Now, 12);

    /// <summary>The same answer twice on one day, with nothing in between that it would change, says nothing new.</summary>
    static bool IsRepeat(DecisionBuilder turn, AnswerRelaunch c)
    {
        var project = turn.Project;
        return project.LastClientAnswer == c.Answer
            && project is { UnansweredContacts: 0, Attempts: 0 } and not { Phase: Phase.Dormant }
            && turn.Calendar.DateOf(project.LastSignOfLife) == turn.Calendar.DateOf(turn.Now)
            && c.Answer switch
            {
                ClientAnswer.TalkingTo => project.GetProviderState(c.Provider!).ClientInterested && project.Snooze is not { EndsOnAnswer: true },
                ClientAnswer.NotNow => project.Snooze == new SnoozeUntil(c.Until!.Value, EndsOnAnswer: true),
                ClientAnswer.CallMe => project.CallAgreedAt is { } agreed && (c.CallAt is null || c.CallAt == agreed),
                _ => project.Snooze is not { EndsOnAnswer: true },
            };
    }

    static DecisionBuilder AppendClosing(DecisionBuilder turn, Outcome outcome) => turn.Append(new ProjectClosed(outcome, ClosedFor.Client));

    static Instant GetSoonestCall(DecisionBuilder turn) => turn.Calendar.AddWorkingTime(turn.Now, turn.Table.Validation.FirstCallWithin, turn.Table.Calls);
}
