using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>One thing that somebody may do to a project at any time.</summary>
/// <param name="Name">As the document of the path writes it.</param>
/// <param name="Repeatable">Free text and corrections are told apart by the doors' receipts alone; a repeat of them owes nothing all the same.</param>
sealed record Move(string Name, Actor By, Func<Project, Instant, Command> At, bool Repeatable = true)
{
    public override string ToString() => Name;
}

/// <summary>Every command by those who may give it, with every value that makes a difference, malformed ones included.</summary>
static class Moves
{
    const string X = "PR-1";

    static readonly WorkingCalendar Calendar = WorkingCalendar.France;

    public static readonly Move PassTime = new("time passes", Who.Time, (_, _) => new PassTime());

    public static readonly Move[] All =
    [
        PassTime,

        .. Enum.GetValues<CallOutcome>().Select(outcome => Call($"call: {Text(outcome)}", outcome)),
        Staff("call back: time missing", (_, now) => new RecordCall(CallOutcome.CallBack, now)),
        Staff("call: not now, date missing", (_, now) => new RecordCall(CallOutcome.NotNow, now)),
        Staff("call: chose nobody", (_, now) => new RecordCall(CallOutcome.Chose, now)),
        Staff("call: in the future", (_, now) => new RecordCall(CallOutcome.NoAnswer, now + Duration.FromHours(1))),

        .. Enum.GetValues<ClientAnswer>().Select(answer => Says($"client: {Text(answer)}", answer)),
        Client("client: call me at a time", (_, now) => new AnswerRelaunch(ClientAnswer.CallMe, CallAt: now + Duration.FromHours(30))),
        Client("client: talking to nobody", (_, _) => new AnswerRelaunch(ClientAnswer.TalkingTo)),
        Client("client: not now until yesterday", (_, now) => new AnswerRelaunch(ClientAnswer.NotNow, Until: Calendar.DateOf(now).PlusDays(-1))),
        Client("client: picks a slot", (_, now) => new PickCallBack(Calendar.NextOpen(now + Duration.FromHours(26), DefaultCadence.Person.Calls).At)),
        Client("client: picks a slot at night", (_, now) => new PickCallBack(Calendar.At(Calendar.DateOf(now).PlusDays(2), new LocalTime(3, 0)))),
        Client("client: corrects the number", (_, _) => new CorrectNumber()) with { Repeatable = false },
        Client("client: sends information", (_, _) => new GiveInformation(new Words("voilà"))) with { Repeatable = false },
        Client("client: answers a mail", (_, now) => new ReportReply(new Words("oui"), now)),
        Client("client: answers a mail, by a clock that is ahead", (_, now) => new ReportReply(new Words("oui"), now + Duration.FromDays(2))),
        Client("client: undo", (_, _) => new Undo()),
        Client("client: no more mails", (_, _) => new OptOut(Channel.Mail)),
        Client("client: no more calls", (_, _) => new OptOut(Channel.Phone)),

        System("mail service: bounce", (_, _) => new ReportMailRefused(Complaint: false)),
        System("mail service: spam complaint", (_, _) => new ReportMailRefused(Complaint: true)),
        System("calendar: coordinator absent", (_, _) => new StandIn(Who.Yanis.Id)),
        System("calendar: nobody stands in", (_, _) => new AskTakeOver(Who.Yanis.Id)),
        System("calendar: coordinator back", (_, _) => new StandIn(null)),

        Website("website: client wrote", (_, now) => new ReportSignal(SignalKind.Message, null, now)),
        Website("website: client cancelled", (_, now) => new ReportSignal(SignalKind.Cancelled, null, now)),
        Website("website: client awarded", (_, now) => new ReportSignal(SignalKind.Awarded, X, now)),
        Website("website: client awarded nobody", (_, now) => new ReportSignal(SignalKind.Awarded, null, now)),
        Website("website: an old cancellation", (p, _) => new ReportSignal(SignalKind.Cancelled, null, p.SubmittedAt)),
        Website("website: provider acted", (_, now) => new ReportProviderAction(X, ProviderActionKind.Quote, now)),
        Website("website: provider asks", (_, _) => new AskQuestion("Q-1", X, new Words("?"))),

        Staff("staff: note", (_, _) => new AddNote(new Words("vu"), Visibility.Internal)) with { Repeatable = false },
        Staff("staff: pause that answers end", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(40), null, EndsOnAnswer: true)),
        Staff("staff: pause that answers leave", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(40), null, EndsOnAnswer: false)),
        Staff("staff: pause until yesterday", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(-1), null, EndsOnAnswer: true)),
        Staff("staff: pause for three years", (_, now) => new Snooze(Calendar.DateOf(now).PlusDays(1100), null, EndsOnAnswer: true)),
        Staff("staff: good-chances notice", (_, _) => new SendGoodChances(X)),
        Staff("staff: decline a good-chances notice", (_, _) => new DeclineGoodChances(X)),
        Staff("staff: take over", (_, _) => new TakeOver(true)),
        Staff("staff: decline to take over", (_, _) => new TakeOver(false)),
        Staff("staff: answer a question", (_, _) => new AnswerQuestion("Q-1", new Words("oui"))),
        Staff("staff: withhold a fact", (_, _) => new ShareFact(SharedFact.Phase, Published: false)),
        Staff("staff: publish a fact", (_, _) => new ShareFact(SharedFact.Phase, Published: true)),
        Staff("staff: assign", (p, _) => new Assign(p.Coordinator == Who.Camille.Id ? Who.Yanis.Id : Who.Camille.Id)) with { Repeatable = false },
        Staff("staff: close as won", (_, _) => new Close(Outcome.Won(X))),
        Staff("staff: close as won by nobody", (_, _) => new Close(new Outcome(null))),
        .. Enum.GetValues<DeathReason>().Select(reason => Staff($"staff: close as {Text(reason)}", (_, _) => new Close(Outcome.Dead(reason)))),
        Staff("staff: approve closing", (_, _) => new Approve(true)),
        Staff("staff: decline closing", (_, _) => new Approve(false)),
        Staff("staff: undo", (_, _) => new Undo()),
        Staff("staff: reopen", (_, _) => new Reopen(null)),
        Staff("manager: erase", (_, _) => new Erase()),
    ];

    static Move Call(string name, CallOutcome outcome) => Staff(name, (_, now) => new RecordCall(
        outcome, now, outcome is CallOutcome.TalkingTo or CallOutcome.Chose ? X : null,
        AgreedAt: outcome == CallOutcome.CallBack ? now + Duration.FromHours(30) : null,
        Until: outcome == CallOutcome.NotNow ? Calendar.DateOf(now).PlusDays(40) : null));

    static Move Says(string name, ClientAnswer answer) => Client(name, (_, now) => new AnswerRelaunch(
        answer, answer is ClientAnswer.TalkingTo or ClientAnswer.Chose ? X : null,
        Until: answer == ClientAnswer.NotNow ? Calendar.DateOf(now).PlusDays(40) : null));

    static Move Staff(string name, Func<Project, Instant, Command> at) => new(name, Who.Nadia, at);

    static Move Client(string name, Func<Project, Instant, Command> at) => new(name, Who.Jeanne, at);

    static Move Website(string name, Func<Project, Instant, Command> at) => new(name, Who.Website, at);

    static Move System(string name, Func<Project, Instant, Command> at) => new(name, Who.Time, at);

    /// <summary>"NoAnswer" as "no answer".</summary>
    static string Text<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));
}
