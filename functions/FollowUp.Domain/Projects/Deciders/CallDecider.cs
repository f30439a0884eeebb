using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides a call that took place (product page, "Awaiting validation" and "In follow-up").</summary>
static class CallDecider
{
    static readonly Duration OneDay = Duration.FromDays(1);

    public static Decision Decide(DecisionBuilder decision, RecordCall c)
    {
        // A past call of the same instant and outcome is a repeat. A call of this very instant is none: a test clock that stands still gives two.
        if (decision.Project.Latest.Call == new LastCall(c.Outcome, c.At, c.Direction) && c.At < decision.Now)
        {
            return decision.Build();
        }

        if (GetRefusal(decision, c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var answer = c.Outcome.IsClientReached() ? AppendAnsweredCall(decision, c) : AppendMissedCall(decision, c);
        if (c.Note is { } note)
        {
            answer.Append(note.ToEvent());
        }

        return answer.Build();
    }

    /// <summary>
    /// Whether a call is part of a conversation that is on record on another project of the person: the coordinator who made it may record on all of them
    /// what was said, also on those that a colleague follows.
    /// </summary>
    public static bool IsPartOfConversation(Command command, Actor actor, Person? person) =>
        command is RecordCall { Call: { } call } && actor.Role == Role.Coordinator && person?.HasCall(call) == true;

    static Refusal? GetRefusal(DecisionBuilder decision, RecordCall c) => c.Outcome switch
    {
        _ when c.At > decision.Now => Refusals.InTheFuture,
        _ when c.At < decision.Project.SubmittedAt => Refusals.CallBeforeSubmission,
        _ when c.At < decision.Project.Latest.Call?.At - OneDay => Refusals.CallBeforeLastCall,
        _ when c.Direction == CallDirection.Inbound && !c.Outcome.IsClientReached() => Refusals.ClientCalled,
        CallOutcome.Serious or CallOutcome.NotSerious or CallOutcome.NeedsInformation
            when decision.Project.Phase != Phase.AwaitingValidation => Refusals.NotAwaitingValidation,
        CallOutcome.StillLooking or CallOutcome.TalkingTo
            when decision.Project.Phase == Phase.AwaitingValidation && c.Direction == CallDirection.Outbound => Refusals.VerdictNeeded,
        CallOutcome.CallBack when c.Direction == CallDirection.Inbound && decision.Project.IsNumberWrong => Refusals.NumberNeeded,
        CallOutcome.CallBack when c.AgreedAt is not { } at || at <= decision.Now => Refusals.InThePast,
        CallOutcome.CallBack when c.AgreedAt > ClientDecider.GetLatestCallTime(decision) => Refusals.CallTooFar,
        CallOutcome.NotNow => SnoozeDecider.GetRefusalOfDate(decision, c.Until),
        CallOutcome.TalkingTo or CallOutcome.Chose when c.Provider is null => Refusals.ProviderNeeded,
        _ => null,
    };

    static DecisionBuilder AppendMissedCall(DecisionBuilder decision, RecordCall c)
    {
        var project = decision.Project;
        var outside = IsOutsideRules(decision, c);
        var missed = new CallMissed(c.Outcome, c.At, Attempt: 0, Last: false, MailFollows: false, outside)
        {
            Call = c.Call,
            CountedElsewhere = decision.IsCallCounted(c.Call) ? true : null,
        };
        if (c.Outcome == CallOutcome.WrongNumber)
        {
            return AppendWrongNumber(decision, project.Agenda.Snooze is null && IsRelaunch(project) && !IsSameHalfDay(decision, c.At)
                ? missed with { Relaunch = project.Cycle.UnansweredContacts + 1, Warning = IsWarning(project) }
                : missed);
        }

        if (project.Agenda.Snooze is not null)
        {
            return decision.Append(missed);
        }

        if (IsSameHalfDay(decision, c.At))
        {
            return decision.Append(missed with { Attempt = project.Cycle.Attempts, SameHalfDay = true });
        }

        if (project.Stage is Stage.Reaching or Stage.InformationGiven)
        {
            var validation = decision.Table.Validation;
            var attempt = project.Cycle.Attempts + 1;
            var last = attempt >= validation.Attempts;
            return decision.Append(missed with
            {
                Attempt = attempt,
                Last = last,
                MailFollows = project.Contact.MayMail && (last || validation.MailAfter.Contains(attempt)),
            });
        }

        return decision.Append(IsRelaunch(project)
            ? missed with { Relaunch = project.Cycle.UnansweredContacts + 1, Warning = IsWarning(project) }
            : missed);
    }

    /// <summary>A call before the time that was agreed with the client, or besides the mail that is next, is no relaunch.</summary>
    static bool IsRelaunch(Project project) => project is { Stage: Stage.Relaunching, Agenda.AgreedCall: null, Next.Kind: ActionKind.Call };

    static bool IsWarning(Project project) => project.Next!.Why.Code == ReasonCode.WarningByPhone;

    /// <summary>A wrong number is not called again. The client is asked for the right one by mail: at once, or after a pause.</summary>
    static DecisionBuilder AppendWrongNumber(DecisionBuilder decision, CallMissed missed)
    {
        var isKnown = decision.Project.IsNumberWrong;
        decision.Append(missed);
        if (isKnown)
        {
            return decision;
        }

        decision.Append(new NumberFoundWrong());
        return decision.Project is { Contact.MayMail: true, Agenda.Snooze: null } ? decision.Append(new NumberAsked(Last: false)) : decision;
    }

    /// <summary>
    /// Whether the cycle has a step already and the latest call about this project was in the same half-day: the calls of one half-day are one
    /// attempt of the cadence (product page, "Awaiting validation"). The cap on calls counts each of them.
    /// </summary>
    static bool IsSameHalfDay(DecisionBuilder decision, Instant at) =>
        decision.Project is { Stage: Stage.Reaching or Stage.Relaunching, Cycle: not { Attempts: 0, UnansweredContacts: 0 }, Latest.Call: { } latest }
        && latest.At > at - OneDay && latest.At < at + OneDay
        && decision.Calendar.HalfDayOf(latest.At) == decision.Calendar.HalfDayOf(at);

    static DecisionBuilder AppendAnsweredCall(DecisionBuilder decision, RecordCall c)
    {
        var isInbound = c.Direction == CallDirection.Inbound;
        ClientDecider.AppendSignOfLife(decision, new ClientReached(
            c.Outcome, c.At, c.Provider, c.Until, c.Facts, OutsideRules: !isInbound && IsOutsideRules(decision, c), c.Direction,
            ByColleague: Charter.IsColleague(decision.Project, decision.Actor))
        {
            Call = c.Call,
            CountedElsewhere = decision.IsCallCounted(c.Call) ? true : null,
        });
        return c.Outcome switch
        {
            CallOutcome.Serious => decision.Append(new ProjectValidated()),
            CallOutcome.NotSerious => decision.Append(new ProjectClosed(
                Outcome.Dead(DeathReason.NotSerious), ClosingSource.Staff, c.Reason, c.NotSerious ?? NotSeriousReason.Other)),
            CallOutcome.NeedsInformation => decision.Append(new InformationRequested(c.Reason)),
            CallOutcome.CallBack => decision.Append(new CallAgreed(c.AgreedAt!.Value)),
            CallOutcome.DoNotCall => PersonRightsDecider.AppendStopCalls(decision),
            CallOutcome.Chose => decision.Append(new ProjectClosed(Outcome.Won(c.Provider!, c.Amount), ClosingSource.Client)),
            CallOutcome.ChoseElsewhere => AppendClosingByClient(decision, DeathReason.ChoseElsewhere, c.Reason),
            CallOutcome.GaveUp => AppendClosingByClient(decision, DeathReason.Abandoned, c.Reason),
            CallOutcome.RefusesContact => AppendClosingByClient(decision, DeathReason.RefusedContact, c.Reason),
            CallOutcome.NotNow => decision.Append(new Snoozed(c.Until!.Value, c.Reason, EndsOnAnswer: true)),
            CallOutcome.StillLooking or CallOutcome.TalkingTo => decision,
            _ => throw new UnreachableException($"No rule for {c.Outcome}."),
        };
    }

    static DecisionBuilder AppendClosingByClient(DecisionBuilder decision, DeathReason reason, FreeText? text) =>
        decision.Append(new ProjectClosed(Outcome.Dead(reason), ClosingSource.Client, text));

    /// <summary>
    /// Whether a call broke the hours, the rights, the quiet days or the cap. It is recorded all the same, and the timeline says so. A conversation that
    /// is recorded on another project already was judged there.
    /// </summary>
    static bool IsOutsideRules(DecisionBuilder decision, RecordCall c) =>
        !decision.IsCallCounted(c.Call) && !CallPermission.Get(decision.Project, decision.Contact, decision.Policy, c.At).IsAllowed;
}
