using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides what the client says, by a link, by mail or on the website.</summary>
static class ClientDecider
{
    public static Decision Decide(DecisionBuilder decision, AnswerRelaunch c)
    {
        if (GetRefusal(decision, c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (IsRepeat(decision, c))
        {
            return decision.Build();
        }

        AppendSignOfLife(decision, new ClientAnswered(c.Answer, c.Provider, c.Until));
        return (c.Answer switch
        {
            ClientAnswer.Chose => AppendClosing(decision, Outcome.Won(c.Provider!, c.Amount)),
            ClientAnswer.ChoseElsewhere => AppendClosing(decision, Outcome.Dead(DeathReason.ChoseElsewhere)),
            ClientAnswer.GaveUp => AppendClosing(decision, Outcome.Dead(DeathReason.Abandoned)),
            ClientAnswer.LeaveMeAlone => AppendClosing(decision, Outcome.Dead(DeathReason.RefusedContact)),
            ClientAnswer.NotNow => decision.Append(new Snoozed(c.Until!.Value, Reason: null, EndsOnAnswer: true)),
            ClientAnswer.CallMe => decision.Append(new CallAgreed(c.CallAt ?? GetSoonestCall(decision))),
            ClientAnswer.StillLooking or ClientAnswer.TalkingTo => decision,
            _ => throw new UnreachableException($"No rule for {c.Answer}."),
        }).Build();
    }

    public static Decision Decide(DecisionBuilder decision, PickCallBack c)
    {
        if (GetRefusalOfCallTime(decision, c.At) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (decision.Project.IsNumberWrong)
        {
            return Decision.Refuse(Refusals.NumberNeeded);
        }

        if (decision.Project.Agenda.AgreedCall == c.At)
        {
            return decision.Build();
        }

        return decision.ClientCalendar.IsOpen(c.At, decision.Table.Calls)
            ? AppendSignOfLife(decision, new ClientAnswered(ClientAnswer.CallMe, null, null)).Append(new CallAgreed(c.At)).Build()
            : Decision.Refuse(Refusals.OutsideContactRules);
    }

    public static Decision Decide(DecisionBuilder decision, ReportSignal c)
    {
        if (decision.Project.Latest.Signal == new LastSignal(c.Kind, c.At) || c.At < decision.Project.ReopenedAt)
        {
            return decision.Build();
        }

        if (c.Kind == SignalKind.Awarded && c.Provider is null)
        {
            return Decision.Refuse(Refusals.ProviderNeeded);
        }

        var signalled = new ClientSignalled(c.Kind, c.Provider, c.At);
        if (!decision.Project.IsOpen)
        {
            return AppendSignalWhenDead(decision, signalled).Build();
        }

        AppendSignOfLife(decision, signalled);
        return (c.Kind switch
        {
            SignalKind.Awarded => decision.Append(new ProjectClosed(Outcome.Won(c.Provider!, c.Amount), ClosingSource.Website)),
            SignalKind.Cancelled => decision.Append(new ProjectClosed(Outcome.Dead(DeathReason.Abandoned), ClosingSource.Website)),
            SignalKind.Message => decision,
            _ => throw new UnreachableException($"No rule for {c.Kind}."),
        }).Build();
    }

    /// <summary>The project stays dead; staff are asked once whether to reopen it. A client who cancels does not come back.</summary>
    static DecisionBuilder AppendSignalWhenDead(DecisionBuilder decision, ClientSignalled signalled)
    {
        decision.Append(signalled);
        return signalled.Kind == SignalKind.Cancelled || decision.Project.IsReopeningPending ? decision : decision.Append(new ReopeningAsked());
    }

    public static Decision Decide(DecisionBuilder decision, ReportReply c)
    {
        // The sender sets the date of a mail, and it may be in the future. It only identifies a repeat; the sign of life is dated now.
        var replied = new ClientReplied(c.Text, c.At);
        return (decision.Project switch
        {
            { Latest.ReplyAt: { } last } when last == c.At => decision,
            { IsOpen: true } => AppendSignOfLife(decision, replied),
            _ => decision.Append(replied),
        }).Build();
    }

    /// <summary>A correction by staff is no sign of life.</summary>
    public static Decision CorrectNumber(DecisionBuilder decision) =>
        (decision.Actor.IsStaff ? decision.Append(new NumberCorrected()) : AppendSignOfLife(decision, new NumberCorrected())).Build();

    /// <summary>An address that bounced may work once it is corrected; a client who wants no mails still gets none.</summary>
    public static Decision CorrectContact(DecisionBuilder decision, CorrectContact c)
    {
        if (c.Phone)
        {
            decision.Append(new NumberCorrected());
        }

        if (c.Mail)
        {
            PersonRightsDecider.AppendReopenedMail(decision.Append(new MailAddressCorrected()));
        }

        return decision.Build();
    }

    /// <summary>Appends a sign of life. It ends a pause that ends on answers, and dormancy.</summary>
    public static DecisionBuilder AppendSignOfLife(DecisionBuilder decision, Event sign)
    {
        decision.Append(sign);
        if (decision.Project.Agenda.Snooze is { EndsOnAnswer: true })
        {
            decision.Append(new SnoozeEnded(ByAnswer: true));
        }

        return decision.Project.Phase == Phase.Dormant ? decision.Append(new Woke()) : decision;
    }

    static Refusal? GetRefusal(DecisionBuilder decision, AnswerRelaunch c) => c.Answer switch
    {
        ClientAnswer.TalkingTo or ClientAnswer.Chose when c.Provider is null => Refusals.ProviderNeeded,
        ClientAnswer.NotNow => SnoozeDecider.GetRefusalOfDate(decision, c.Until),
        ClientAnswer.CallMe when decision.Project.IsNumberWrong => Refusals.NumberNeeded,
        ClientAnswer.CallMe when c.CallAt is { } at => GetRefusalOfCallTime(decision, at),
        _ => null,
    };

    static Refusal? GetRefusalOfCallTime(DecisionBuilder decision, Instant at) =>
        at <= decision.Now ? Refusals.InThePast : at > GetLatestCallTime(decision) ? Refusals.CallTooFar : null;

    /// <summary>A call is agreed within twelve months. For a later date there is the pause.</summary>
    public static Instant GetLatestCallTime(DecisionBuilder decision) => decision.Calendar.AddMonths(decision.Now, 12);

    /// <summary>The same answer on the same day is a repeat when nothing that it would change happened in between.</summary>
    static bool IsRepeat(DecisionBuilder decision, AnswerRelaunch c)
    {
        var project = decision.Project;
        return project.LastClientAnswer == c.Answer
            && project is { Cycle: { UnansweredContacts: 0, Attempts: 0 } } and not { Phase: Phase.Dormant }
            && decision.Calendar.DateOf(project.LastSignOfLife) == decision.Calendar.DateOf(decision.Now)
            && c.Answer switch
            {
                ClientAnswer.TalkingTo => project.GetProviderState(c.Provider!).ClientInterested && project.Agenda.Snooze is not { EndsOnAnswer: true },
                ClientAnswer.NotNow => project.Agenda.Snooze == new SnoozeUntil(c.Until!.Value, EndsOnAnswer: true),
                ClientAnswer.CallMe => project.Agenda.AgreedCall is { } agreed && (c.CallAt is null || c.CallAt == agreed),
                _ => project.Agenda.Snooze is not { EndsOnAnswer: true },
            };
    }

    static DecisionBuilder AppendClosing(DecisionBuilder decision, Outcome outcome) => decision.Append(new ProjectClosed(outcome, ClosingSource.Client));

    static Instant GetSoonestCall(DecisionBuilder decision) => decision.CallClock.AddWorkingTime(decision.Now, decision.Table.Validation.FirstCallWithin);
}
