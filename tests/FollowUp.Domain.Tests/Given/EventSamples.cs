using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Given;

/// <summary>Events of every kind, with every value of the enums that they hold.</summary>
static class EventSamples
{
    static readonly NodaTime.Instant At = Paris.At(A.Monday);
    static readonly NodaTime.LocalDate Day = Paris.Day("2027-01-25");
    static readonly FreeText Words = new("avec des mots");

    public static readonly Event[] Events =
    [
        new ProjectSubmitted("P-1001", "C-881", ClientType.Company, Language.French, "site-web", true, Evidence.Budget, Day, At, 1),
        new CoordinatorAssigned("camille", true), new CoordinatorAssigned(null, true), new StandInStarted("yanis"), new StandInEnded(),
        new TakeOverAsked("yanis"), new TakeOverDeclined("yanis"),
        .. Missed(), new CallOverdue(), .. Reached(),
        new AttemptMailed(1, false), new ProjectValidated(), new InformationRequested(null), new InformationRequested(Words),
        new InformationGiven(Words), new InformationAwaitedInVain(), new CallAgreed(At), new NumberCorrected(),
        .. Enum.GetValues<RelaunchKind>().Select(k => new RelaunchMailed(2, k)), new RelaunchMailed(3, RelaunchKind.Later, InsteadOfCall: true),
        new RelaunchSkipped(2, false), new RelaunchSkipped(5, true), new WentDormant(), new LightMailSent(2), new QuarterPassed(3), new Woke(),
        new ApprovalAsked(8), new ApprovalLapsed(), new ApprovalDeclined(),
        .. Enum.GetValues<ClientAnswer>().SelectMany(a => new Event[] { new ClientAnswered(a, "PR-1", Day), new ClientAnswered(a, null, null) }),
        .. Enum.GetValues<SignalKind>().Select(k => new ClientSignalled(k, "PR-1", At)),
        .. Enum.GetValues<ChannelClosedBy>().Select(by => new ChannelClosed(Channel.Mail, by)),
        new Snoozed(Day, Words, true), new SnoozeEnded(true), new SnoozeEnded(false, At),
        new NoteAdded(Words, Visibility.Internal), new NoteAdded(Words, Visibility.Shared),
        .. Enum.GetValues<ProviderActionKind>().Select(k => new ProviderActed("PR-1", k, At)),
        new ClientReplied(Words, At), new GoodChancesAsked("PR-1"), new GoodChancesDeclined("PR-1"),
        new GoodChancesSent("PR-1"), new QuestionAsked("Q-1", "PR-1", Words, At), new QuestionAnswered("Q-1", "PR-1", Words),
        .. Enum.GetValues<SharedFact>().SelectMany(f => new Event[] { new FactShared(f, true), new FactShared(f, false) }),
        new ProjectClosed(Outcome.Won("PR-1"), ClosingSource.Website), new ProjectClosed(Outcome.Won("PR-1", 4200), ClosingSource.Client),
        .. Enum.GetValues<DeathReason>().Select(r => new ProjectClosed(Outcome.Dead(r), ClosingSource.Silence)),
        .. Enum.GetValues<NotSeriousReason>().Select(r => new ProjectClosed(Outcome.Dead(DeathReason.NotSerious), ClosingSource.Staff, Words, r)),
        new ProjectReopened(2, null, 1), new ClosingUndone(), new PersonErased(), new CadenceTaken(2),
        new CallMissed(CallOutcome.Busy, At, 2, false, false, true, SameHalfDay: true), new CallMissed(CallOutcome.Busy, At, 0, false, false, true, SameHalfDay: true),
        new TakeOverAsked("yanis", "take-over.1"),
        new ClientReached(CallOutcome.StillLooking, At, null, null, Evidence.None, false, CallDirection.Inbound, ByColleague: true),
        new ChannelOpened(Channel.Mail),
        new NumberFoundWrong(), new NumberAsked(Last: false), new NumberAsked(Last: true),
        new DecisionUndone(4), new NoteWithdrawn(4),
        new ProjectSubmitted("P-1001", "C-881", ClientType.Person, Language.French, "site-web", true, Evidence.None, null, At, 1)
        {
            Consent = new GivenConsent(ConsentScope.Later, At, 24, "formulaire", "v3"),
        },
        new CallMissed(CallOutcome.NoAnswer, At, 1, false, false, false) { Call = "call-1" },
        new CallMissed(CallOutcome.NoAnswer, At, 1, false, false, false) { Call = "call-1", CountedElsewhere = true },
        new ClientReached(CallOutcome.StillLooking, At, null, null, Evidence.None, false) { Call = "call-1", CountedElsewhere = true },
        .. from scope in Enum.GetValues<ConsentScope>() from given in new[] { true, false } select new ConsentRecorded(scope, given, At, "formulaire", given ? Words : null, "v3"),
        new ContactUpdated(new ContactRights(false, true, At, [At]) { MayRelaunchByPhone = true, LeftAloneSince = At }),
        new ContactUpdated(new ContactRights(true, false, null, [])),
        new ContinuationAsked(), new ContinuationConfirmed(), new DecisionOverdue(),
        new ProjectChanged(ChangedFields.Title | ChangedFields.Deadline, "site-web", Day, Evidence.Date), new ProjectChanged(ChangedFields.Budget, "site-web", null, Evidence.None),
        new ClientChanged(ChangedFields.Phone | ChangedFields.Place, "America/Guadeloupe"), new ClientChanged(ChangedFields.Email, null),
        new ProjectSubmitted("P-1001", "C-881", ClientType.Person, Language.French, "site-web", true, Evidence.None, null, At, 1) { TimeZone = "America/Guadeloupe" },
        .. from direction in Enum.GetValues<CallDirection>() from visibility in Enum.GetValues<Visibility>() select new ProviderCalled("PR-1", true, direction, Words, visibility),
        new ProviderCalled("PR-1", false, CallDirection.Outbound, Words, Visibility.Internal), new ProviderHandedOver("H-1", "PR-1", Words, At),
        new NoteAdded(Words, Visibility.Shared) { AsWritten = true }, new QuestionAnswered("Q-1", "PR-1", Words) { AsWritten = true },
        new ClosingUndone { ByAnswer = true }, new MailAddressCorrected(), new MailWritten(Words), new AppointmentMissed(At, true), new AppointmentMissed(At, false),
        new ProjectClosed(Outcome.Dead(DeathReason.Duplicate), ClosingSource.Staff, Words, null, "P-1000"),
        new ReopeningAsked(), new ReopeningDeclined(),
        .. Enum.GetValues<WordOf>().Select(word => new ProjectClosed(Outcome.Won("PR-1"), ClosingSource.Staff) { OnWordOf = word }),
    ];

    static IEnumerable<Event> Missed() =>
        from outcome in new[] { CallOutcome.NoAnswer, CallOutcome.Voicemail, CallOutcome.Busy, CallOutcome.WrongNumber }
        from attempt in new[] { 0, 2 }
        select new CallMissed(outcome, At, attempt, false, attempt > 0, true, attempt == 0 ? 3 : 0);

    static IEnumerable<Event> Reached() =>
        from outcome in Enum.GetValues<CallOutcome>()
        where outcome >= CallOutcome.Serious
        select new ClientReached(outcome, At, outcome is CallOutcome.TalkingTo or CallOutcome.Chose ? "PR-1" : null,
            outcome == CallOutcome.NotNow ? Day : null, Evidence.Date, false);
}
