using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>A command that the model gives in every state.</summary>
/// <param name="Name">Its name in the path document.</param>
/// <param name="IsRepeatable">Whether the decider recognises a repeat. For the others the idempotency key does; a repeat of them causes no message to others than staff.</param>
sealed record Transition(string Name, Actor By, Func<Project, Instant, Command> CreateCommand, bool IsRepeatable = true)
{
    public override string ToString() => Name;
}

/// <summary>Every command by an actor who may give it, with every value that makes a difference, including invalid ones.</summary>
static class Transitions
{
    const string ProviderId = "PR-1";

    static readonly WorkingCalendar Calendar = WorkingCalendar.France;

    public static readonly Transition AdvanceTime = new("time passes", Who.Time, (_, _) => new AdvanceTime());

    public static readonly Transition[] All =
    [
        AdvanceTime,

        .. Enum.GetValues<CallOutcome>().Select(outcome => Call($"call: {Spell(outcome)}", outcome)),
        .. new[] { CallOutcome.Serious, CallOutcome.StillLooking, CallOutcome.CallBack, CallOutcome.DoNotCall, CallOutcome.GaveUp, CallOutcome.NoAnswer }
            .Select(outcome => Call($"client calls: {Spell(outcome)}", outcome, CallDirection.Inbound)),
        Staff("call back: time missing", (_, now) => new RecordCall(CallOutcome.CallBack, now)),
        Staff("call: not now, date missing", (_, now) => new RecordCall(CallOutcome.NotNow, now)),
        Staff("call: chose, no name", (_, now) => new RecordCall(CallOutcome.Chose, now)),
        Staff("call: before the submission", (p, _) => new RecordCall(CallOutcome.NoAnswer, p.SubmittedAt - Duration.FromMinutes(1))),
        Staff("call: two days before the latest", (p, now) => new RecordCall(CallOutcome.NoAnswer, (p.Latest.Call?.At ?? now) - Duration.FromDays(2))),
        Staff("call: in the future", (_, now) => new RecordCall(CallOutcome.NoAnswer, now + Duration.FromHours(1))),

        .. Enum.GetValues<ClientAnswer>().Select(answer => Answer($"client: {Spell(answer)}", answer)),
        Client("client: call me at a time", (_, now) => new AnswerRelaunch(ClientAnswer.CallMe, CallAt: now + Duration.FromHours(30))),
        Client("client: in talks, no name", (_, _) => new AnswerRelaunch(ClientAnswer.TalkingTo)),
        Client("client: not now until yesterday", (_, now) => new AnswerRelaunch(ClientAnswer.NotNow, Until: Calendar.DateOf(now).PlusDays(-1))),
        Client("client: picks a slot", (_, now) => new PickCallBack(Calendar.NextOpen(now + Duration.FromHours(26), DefaultCadence.Person.Calls).At)),
        Client("client: picks a slot at night", (_, now) => new PickCallBack(Calendar.At(Calendar.DateOf(now).PlusDays(2), new LocalTime(3, 0)))),
        Client("client: corrects the number", (_, _) => new CorrectNumber()) with { IsRepeatable = false },
        Staff("staff: correct the number", (_, _) => new CorrectNumber()) with { IsRepeatable = false },
        Staff("staff: correct the address", (_, _) => new CorrectContact(Phone: false, Mail: true)) with { IsRepeatable = false },
        Staff("staff: write to the client", (_, _) => new WriteToClient(new FreeText("Objet\n\nBonjour"))) with { IsRepeatable = false },
        Client("client: sends information", (_, _) => new GiveInformation(new FreeText("voilà"))) with { IsRepeatable = false },
        Client("client: answers a mail", (_, now) => new ReportReply(new FreeText("oui"), now)),
        Client("client: answers a mail, by a clock that is ahead", (_, now) => new ReportReply(new FreeText("oui"), now + Duration.FromDays(2))),
        Client("client: undo", (_, _) => new Undo()),
        Client("client: no more mails", (_, _) => new OptOut(Channel.Mail)),
        Client("client: no more calls", (_, _) => new OptOut(Channel.Phone)),

        Website("website: agreed to be called later too", (_, now) => new RecordConsent(ConsentScope.Later, Given: true, now)),
        Client("client: no longer agrees to be called later", (_, now) => new RecordConsent(ConsentScope.Later, Given: false, now)),
        Staff("staff: the client no longer agrees to be called", (_, now) => new RecordConsent(ConsentScope.Request, Given: false, now)),

        System("mail service: bounce", (_, _) => new ReportMailRefused(Complaint: false)),
        System("mail service: spam complaint", (_, _) => new ReportMailRefused(Complaint: true)),
        System("mail gateway: a mail from the address", (_, _) => new ReportMailWorks()),
        System("assignment: no coordinator before", (_, _) => new AssignByRules(Who.Yanis.Id, From: null)),
        System("calendar: coordinator absent", (_, _) => new SetStandIn(Who.Yanis.Id)),
        System("calendar: no stand-in", (_, _) => new AskTakeOver(Who.Yanis.Id)),
        System("staff: coordinator left", (_, _) => new AssignByRules(Who.Yanis.Id, From: Who.Camille.Id)),
        System("calendar: coordinator back", (_, _) => new SetStandIn(null)),

        Website("website: client wrote", (_, now) => new ReportSignal(SignalKind.Message, null, now)),
        Website("website: client cancelled", (_, now) => new ReportSignal(SignalKind.Cancelled, null, now)),
        Website("website: client awarded", (_, now) => new ReportSignal(SignalKind.Awarded, ProviderId, now)),
        Website("website: client awarded, no name", (_, now) => new ReportSignal(SignalKind.Awarded, null, now)),
        Website("website: an old cancellation", (p, _) => new ReportSignal(SignalKind.Cancelled, null, p.SubmittedAt)),
        Website("website: provider acted", (_, now) => new ReportProviderAction(ProviderId, ProviderActionKind.Quote, now)),
        Website("website: provider asks", (_, _) => new AskQuestion("Q-1", ProviderId, new FreeText("?"))),

        Staff("staff: note", (_, _) => new AddNote(new FreeText("vu"), Visibility.Internal)) with { IsRepeatable = false },
        Staff("staff: note for providers", (_, _) => new AddNote(new FreeText("vu"), Visibility.Shared)) with { IsRepeatable = false },
        Staff("staff: pause that answers end", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(40), null, EndsOnAnswer: true)),
        Staff("staff: pause that answers leave", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(40), null, EndsOnAnswer: false)),
        Staff("staff: pause until yesterday", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(-1), null, EndsOnAnswer: true)),
        Staff("staff: pause for three years", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(1100), null, EndsOnAnswer: true)),
        Staff("staff: good-chances notice", (_, _) => new SendGoodChances(ProviderId)),
        Staff("staff: decline a good-chances notice", (_, _) => new DeclineGoodChances(ProviderId)),
        Staff("staff: take over", (_, _) => new TakeOver(true)),
        Staff("staff: decline to take over", (_, _) => new TakeOver(false)),
        Staff("staff: answer a question", (_, _) => new AnswerQuestion("Q-1", new FreeText("oui"))),
        Staff("staff: withhold a fact", (_, _) => new ShareFact(SharedFact.Phase, Published: false)),
        Staff("staff: publish a fact", (_, _) => new ShareFact(SharedFact.Phase, Published: true)),
        Staff("staff: call with a provider", (_, _) => new RecordProviderCall(ProviderId, true, new FreeText("vu"), CallDirection.Outbound, Visibility.Internal)) with { IsRepeatable = false },
        Staff("staff: hand a provider over", (_, _) => new HandOverProvider("H-1", ProviderId, new FreeText("devis"))),
        Staff("staff: withdraw a shared note", (p, _) => new WithdrawNote(p.SharedNotes is [.., var newest] ? newest : 1)) with { IsRepeatable = false },
        Staff("staff: withdraw what is no shared note", (_, _) => new WithdrawNote(1)) with { IsRepeatable = false },
        Staff("staff: assign", (p, _) => new Assign(p.Coordinator == Who.Camille.Id ? Who.Yanis.Id : Who.Camille.Id)) with { IsRepeatable = false },
        Staff("staff: close as won", (_, _) => new Close(Outcome.Won(ProviderId))),
        Staff("staff: close as won, on the client’s word", (_, _) => new Close(Outcome.Won(ProviderId), OnWordOf: WordOf.Client)),
        Staff("staff: close as won, no provider", (_, _) => new Close(new Outcome(null))),
        .. Enum.GetValues<DeathReason>().Select(reason => Staff($"staff: close as {Spell(reason)}", (_, _) => new Close(Outcome.Dead(reason)))),
        Staff("staff: close as unreachable, with words", (_, _) => new Close(Outcome.Dead(DeathReason.Unreachable), new FreeText("numéro attribué à un autre"))),
        Staff("staff: approve closing", (_, _) => new Approve(true, PendingClosing.ClosingId)),
        Staff("staff: decline closing", (_, _) => new Approve(false, PendingClosing.ClosingId)),
        Staff("staff: undo", (_, _) => new Undo()),
        Staff("staff: correct the last call", (_, now) => new CorrectLastCall(new RecordCall(CallOutcome.Busy, now))) with { IsRepeatable = false },
        Staff("staff: approve the reopening", (_, _) => new Approve(true, PendingReopening.ReopeningId)),
        Staff("staff: decline the reopening", (_, _) => new Approve(false, PendingReopening.ReopeningId)),
        Staff("staff: reopen", (_, _) => new Reopen(null)),
        Staff("manager: erase", (_, _) => new Erase()),
    ];

    static Transition Call(string name, CallOutcome outcome, CallDirection direction = CallDirection.Outbound) => Staff(name, (_, now) => new RecordCall(
        outcome, now, outcome is CallOutcome.TalkingTo or CallOutcome.Chose ? ProviderId : null,
        AgreedAt: outcome == CallOutcome.CallBack ? now + Duration.FromHours(30) : null,
        Until: outcome == CallOutcome.NotNow ? Calendar.DateOf(now).PlusDays(40) : null,
        Direction: direction));

    static Transition Answer(string name, ClientAnswer answer) => Client(name, (_, now) => new AnswerRelaunch(
        answer, answer is ClientAnswer.TalkingTo or ClientAnswer.Chose ? ProviderId : null,
        Until: answer == ClientAnswer.NotNow ? Calendar.DateOf(now).PlusDays(40) : null));

    static Transition Staff(string name, Func<Project, Instant, Command> at) => new(name, Who.Nadia, at);

    static Transition Client(string name, Func<Project, Instant, Command> at) => new(name, Who.Jeanne, at);

    static Transition Website(string name, Func<Project, Instant, Command> at) => new(name, Who.Website, at);

    static Transition System(string name, Func<Project, Instant, Command> at) => new(name, Who.Time, at);

    /// <summary>"NoAnswer" as "no answer".</summary>
    static string Spell<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));
}
