using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>
/// What distinguishes two states of the model: all that a decision branches on, without dates and ids. The instants of commands are varied
/// instead.
/// </summary>
/// <remarks>
/// Independent parts are not multiplied. What providers did and who is in charge is distinguished in a run of its own, which knows of the steps
/// of a cycle only whether there was one. Whether a project was reopened, which only an old signal of the website asks for, and whether staff are asked to reopen it, is distinguished for one company. A closed project is distinguished by its outcome, its undo point and a reply that waits.
/// </remarks>
readonly record struct StateKey(
    Phase Phase, Stage Stage, bool Calls, bool Relaunches, byte Mails, bool Quiet, byte CallsOnRecord, byte Attempts, byte Silent, byte Quarters, byte Pause,
    byte CallAgreed, bool CallAfterPause, bool Validated, bool Erased, byte Ending, byte InCharge, byte Provider, byte Questions,
    bool Reopened, bool NumberWrong, bool CadenceIsCurrent, ActionKind? Next, ReasonCode? Why, bool Capped)
{
    /// <param name="initial">Says whether what providers did, and a reopening, is distinguished.</param>
    public static StateKey Of(Project p, Policy policy, Instant now, InitialState initial)
    {
        var month = now - Duration.FromDays(30);
        var key = new StateKey(
            p.Phase, p.Stage, p.Contact.MayCall, p.Contact.MayRelaunchByPhone, (byte)(p.Contact.MayMail ? 1 : p.Contact.MailFailed ? 2 : 0), p.Contact.QuietUntil > now,
            (byte)(policy.TableFor(p).Cap is null ? 0 : Math.Min(p.Contact.RecentCalls.Count(c => c > month), 4)), (byte)p.Cycle.Attempts, (byte)Math.Min(p.Cycle.UnansweredContacts, 6), (byte)(p.Phase == Phase.Dormant && p.Cycle.StartedAt >= policy.Calendar.AddMonths(p.LastSignOfLife, 33) ? 10 : Math.Min(p.Dormancy?.Quarters ?? 0, 9)),
            Pause: (byte)(p.Agenda.Snooze is null ? 0 : p.Agenda.Snooze.EndsOnAnswer ? 1 : 2),
            CallAgreed: (byte)(p.Agenda.AgreedCall is null ? 0 : p.Agenda.MissedCall is not null ? 3 : p.Agenda.AgreedCall > now ? 1 : 2),
            p.Agenda.CallAfterPause is not null, p.Validated, p.Erased, Ending: 0, InCharge: 0, Provider: 0, Questions: 0,
            initial.WithReopening && p.Generation > 1, p.IsNumberWrong && p.Contact.MayCall, p.Cycle.CadenceVersion == policy.Current, p.Next?.Kind, p.Next?.Why.Code, p.Next?.Why.Capped ?? false);
        if (!p.IsOpen) key = key.WhenClosed(p, now, initial);
        return initial.WithProviders ? key.WithProviders(p) : key;
    }

    StateKey WhenClosed(Project p, Instant now, InitialState initial) => this with
    {
        Attempts = 0,
        Silent = 0,
        Quarters = 0,
        CallsOnRecord = 0,
        CallAfterPause = false,
        CallAgreed = 0,
        Pause = 0,
        CadenceIsCurrent = true,
        Stage = p.UndoPoint is { } undo && now < undo.Until ? undo.Before.Stage : Stage.Closed,
        Ending = (byte)((p.Outcome!.IsWon ? 1 : 2 + (int)p.Outcome.Reason!) + (p.Closing!.ByClient ? 32 : 0) + (p.ReplyWaitsSince is null ? 0 : 64) + (initial.WithReopening && p.IsReopeningPending ? 128 : 0)),
    };

    StateKey WithProviders(Project p)
    {
        var state = p.GetProviderState("PR-1");
        return this with
        {
            Attempts = Math.Min(Attempts, (byte)1),
            Silent = Math.Min(Silent, (byte)1),
            Quarters = Math.Min(Quarters, (byte)1),
            Ending = Math.Min(Ending, (byte)2),
            CallAgreed = Math.Min(CallAgreed, (byte)1),
            Pause = Math.Min(Pause, (byte)1),
            Calls = true,
            Mails = 1,
            Quiet = false,
            Reopened = false,
            NumberWrong = false,
            CallAfterPause = false,
            Why = null,
            Next = null,
            InCharge = (byte)((p.Staffing.StandIn is null ? 0 : 1) + (p.Coordinator is null ? 2 : 0) + (p.Staffing.TakeOverAskedOf is null ? 0 : 4)),
            Provider = (byte)((state.Acted ? 1 : 0) + (state.ClientInterested ? 2 : 0) + (state.Notified ? 4 : 0) + (8 * (int)state.NoticeApproval)),
            Questions = (byte)(p.OpenQuestions.Length + (2 * Math.Min(p.AnsweredQuestions.Length, 1)) + (p.WithheldFacts.IsEmpty ? 0 : 4)),
        };
    }
}
