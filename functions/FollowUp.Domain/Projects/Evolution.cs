using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>Folds events into a project. It is pure: the same events give the same state.</summary>
public static partial class Evolution
{
    /// <summary>The state after a whole timeline.</summary>
    /// <exception cref="ArgumentException">The timeline is empty or does not start with <see cref="ProjectSubmitted"/>.</exception>
    public static Project Fold(IEnumerable<RecordedEvent> timeline) =>
        timeline.Aggregate((Project?)null, (project, recorded) => Apply(project, recorded))
        ?? throw new ArgumentException("A timeline has at least its submission", nameof(timeline));

    /// <summary>The state after one more event.</summary>
    /// <exception cref="ArgumentException">The project is null and the event is not <see cref="ProjectSubmitted"/>.</exception>
    public static Project Apply(Project? project, RecordedEvent recorded)
    {
        var after = recorded.Event is ProjectSubmitted submitted
            ? CreateProject(submitted)
            : Evolve(project ?? throw new ArgumentException("A timeline starts with its submission", nameof(project)), recorded);

        return Complete(project, after, recorded, GetUndoPoint(project, recorded));
    }

    /// <summary>Sets what every event changes, on the copy that <see cref="Evolve"/> made. An event that changes nothing else made none.</summary>
    static Project Complete(Project? before, Project after, RecordedEvent recorded, UndoPoint? undoPoint) =>
        (ReferenceEquals(before, after) ? after with { } : after).Complete(
            recorded.Seq,
            after.Agenda.MissedCall is { } missed && missed != after.Agenda.AgreedCall ? after.Agenda with { MissedCall = null } : after.Agenda,
            GetReplyWaitsSince(after, recorded),
            after.IsOpen ? recorded.Plan ?? after.Plan : null,
            undoPoint,
            FigureState.After(before, after, recorded));

    /// <summary>
    /// A reply, or what a colleague heard from the client, waits until the staff member in charge or a manager does anything on it other than
    /// hand it over.
    /// </summary>
    static Instant? GetReplyWaitsSince(Project after, RecordedEvent recorded) => recorded switch
    {
        { Event: ClientReplied, Role: Role.Client } or { Event: ClientReached { ByColleague: true } } or { Event: ClosingUndone { ByAnswer: true } }
            => after.ReplyWaitsSince ?? recorded.At,
        { Role: Role.Coordinator } when after.Coordinator is not null && recorded.By != after.Coordinator && recorded.By != after.Staffing.StandIn
            && recorded.Event is NoteAdded or ClientReached or SnoozeEnded or Woke or CallAgreed or Snoozed or ChannelClosed or CadenceTaken or ContactUpdated or ContinuationAsked => after.ReplyWaitsSince,
        { Event: PersonErased } or
        {
            Role: Role.Coordinator or Role.Manager, Event: not (CoordinatorAssigned or ContactUpdated or ContinuationAsked or DecisionUndone or ClosingUndone or ProviderCalled
            or ProviderHandedOver)
        } => null,
        _ => after.ReplyWaitsSince,
    };

    static Project CreateProject(ProjectSubmitted e) => new()
    {
        Id = e.ProjectId,
        ClientId = e.ClientId,
        ClientType = e.ClientType,
        Language = e.Language,
        Category = e.Category,
        TimeZone = e.TimeZone,
        IsSoleTrader = e.SoleTrader is true,
        SubmittedAt = e.SubmittedAt,
        Staffing = new Staffing(Coordinator: null),
        Contact = new ContactRights(e.MayCall, MayMail: true, QuietUntil: null, RecentCalls: [])
        {
            MayRelaunchByPhone = e is { ClientType: ClientType.Person, MayCall: true, Consent.Scope: ConsentScope.Later },
        },
        Evidence = e.Evidence,
        ExpectedDate = e.Deadline,
        Cycle = new Cycle(e.CadenceVersion, e.SubmittedAt),
        LastSignOfLife = e.SubmittedAt,
        LastSignOfLifeVersion = 1,
    };

    static Project Evolve(Project p, RecordedEvent recorded) => recorded.Event switch
    {
        CoordinatorAssigned e => p with { Staffing = new Staffing(e.Coordinator) },
        StandInStarted e => p with { Staffing = new Staffing(p.Coordinator, e.Staff) },
        StandInEnded => p with { Staffing = new Staffing(p.Coordinator) },
        TakeOverAsked e => p with { Staffing = p.Staffing with { TakeOverAskedOf = e.Staff } },
        TakeOverDeclined => p with { Staffing = p.Staffing with { TakeOverAskedOf = null } },

        CallMissed e => ApplyMissedCall(p, e),
        CallOverdue or DecisionOverdue => p,
        ClientReached e => RecordSignOfLife(p, recorded, ToClientAnswer(e.Outcome), e.Provider) with
        {
            Latest = p.Latest with { Call = new LastCall(e.Outcome, e.At, e.Direction) },

            // A call of the client does not count towards the cap.
            Contact = e.Direction == CallDirection.Inbound ? p.Contact : AddCall(p.Contact, e.At, e.CountedElsewhere is true),

            // The staff member in charge still makes a call that was agreed before the client spoke with a colleague.
            Agenda = p.Agenda with { AgreedCall = e.ByColleague ? p.Agenda.AgreedCall : null, CallAfterPause = null },
            IsNumberWrong = p.IsNumberWrong && e.Direction == CallDirection.Inbound,
            Evidence = p.Evidence | e.Facts | Evidence.PhoneReached,
        },

        AttemptMailed e => p with
        {
            Cycle = p.Cycle with { Attempts = e.Attempt, StartedAt = recorded.At },
            Stage = e.Last ? Stage.LastMailSent : Stage.Reaching,
        },
        ProjectValidated => p with
        {
            Phase = Phase.InFollowUp,
            Stage = Stage.Relaunching,
            Validated = true,
            Cycle = new Cycle(p.Cycle.CadenceVersion, recorded.At),
        },
        InformationRequested => p with { Stage = Stage.InformationAsked, Cycle = p.Cycle with { StartedAt = recorded.At } },
        InformationGiven => RecordSignOfLife(p, recorded) is { Phase: Phase.AwaitingValidation } restarted
            ? restarted with { Stage = Stage.InformationGiven }
            : RecordSignOfLife(p, recorded),
        InformationAwaitedInVain => p with
        {
            Stage = Stage.Reaching,
            Cycle = new Cycle(p.Cycle.CadenceVersion, recorded.At) { IsInformationMissing = true },
        },
        CallAgreed e => p with { Agenda = p.Agenda with { AgreedCall = e.At }, Stage = p.Phase == Phase.AwaitingValidation ? Stage.Reaching : p.Stage },
        NumberFoundWrong => ApplyWrongNumber(p, recorded.At),
        NumberAsked e => p.Phase == Phase.AwaitingValidation
            ? p with { Cycle = p.Cycle with { StartedAt = recorded.At }, Stage = e.Last ? Stage.LastMailSent : p.Stage }
            : p,
        NumberCorrected => ApplyCorrectedNumber(p, recorded),

        RelaunchMailed e => ApplyRelaunch(p, recorded.At, e.Kind == RelaunchKind.Warning),
        RelaunchSkipped e => ApplyRelaunch(p, recorded.At, e.Warning),
        WentDormant => p with
        {
            Phase = Phase.Dormant,
            Stage = Stage.Asleep,
            Dormancy = new Dormancy(recorded.At, Quarters: 0),
            Cycle = p.Cycle with { StartedAt = recorded.At },
        },
        LightMailSent e => ApplyQuarter(p, e.Quarter, recorded.At),
        QuarterPassed e => ApplyQuarter(p, e.Quarter, recorded.At),
        ApprovalAsked e => ApplyQuarter(p, e.Quarter, recorded.At) with { Stage = Stage.ApprovalAsked },
        ApprovalLapsed or ApprovalDeclined => p with { Stage = Stage.Asleep, Cycle = p.Cycle with { StartedAt = recorded.At } },
        Woke => p with { Phase = Phase.InFollowUp, Stage = Stage.Relaunching, Dormancy = null, Cycle = p.Cycle with { StartedAt = recorded.At } },

        ClientAnswered e => RecordSignOfLife(p, recorded, e.Answer, e.Provider),
        ClientSignalled e => ApplySignal(p, e, recorded) with
        {
            Latest = p.Latest with { Signal = new LastSignal(e.Kind, e.At) },
            Providers = e.Provider is { } named ? WithInterest(p, named) : p.Providers,
        },
        ClientReplied e => ApplyReply(p, recorded) with { Latest = p.Latest with { ReplyAt = e.At } },
        ProjectChanged e => p with
        {
            Category = e.Category,
            ExpectedDate = e.Fields.HasFlag(ChangedFields.Deadline) ? e.Deadline : p.ExpectedDate,
            Evidence = p.Evidence | e.Facts,
        },
        ClientChanged e => (e.Fields.HasFlag(ChangedFields.Phone) ? ApplyNewNumber(p, recorded.At) : p) with { TimeZone = e.TimeZone },
        ConsentRecorded e => ApplyConsent(p, e),
        ReopeningAsked => p with { ReopeningAskedAt = recorded.At },
        ReopeningDeclined => p with { ReopeningAskedAt = null },
        ContinuationAsked => p with { ContinuationAskedAt = recorded.At },
        ContinuationConfirmed => p with
        {
            ContinuationConfirmedAt = recorded.At,
            Contact = p.Contact with { LeftAloneSince = null },
            Cycle = p.Cycle with { StartedAt = recorded.At },
        },
        ContactUpdated { Contact: var contact } => WithContact(p, contact),
        ChannelClosed { Channel: Channel.Phone } e => p with
        {
            Contact = CloseChannel(p.Contact, e),
            Agenda = p.Agenda with { AgreedCall = null, CallAfterPause = null },
        },
        ChannelClosed e => p with { Contact = CloseChannel(p.Contact, e) },
        ChannelOpened => p with { Contact = p.Contact with { MayMail = true, MailFailed = false } },

        // A client who says "not now" cancels an agreed call. A pause by staff does not.
        Snoozed e => p with
        {
            Agenda = new Agenda(
                recorded.Role == Role.Client ? null : p.Agenda.AgreedCall, new SnoozeUntil(e.Until, e.EndsOnAnswer), CallAfterPause: null),
        },
        SnoozeEnded e => RestartCycle(p, recorded.At) with { Agenda = p.Agenda with { Snooze = null, CallAfterPause = e.CallAt } },

        AppointmentMissed e => p with { Agenda = p.Agenda with { MissedCall = e.At } },
        MailWritten or MailAddressCorrected => p,
        NoteAdded e => ApplyNote(p, e, recorded),
        ProviderActed e => p with
        {
            Providers = WithProvider(p, p.GetProviderState(e.Provider) with { Acted = true, LastAction = e.Kind, LastActedAt = e.At }),
        },
        GoodChancesSent e => p with { Providers = WithProvider(p, p.GetProviderState(e.Provider) with { Notified = true }) },
        GoodChancesAsked e => p with { Providers = WithProvider(p, p.GetProviderState(e.Provider) with { NoticeApproval = NoticeApproval.Waiting }) },
        GoodChancesDeclined e => p with { Providers = WithProvider(p, p.GetProviderState(e.Provider) with { NoticeApproval = NoticeApproval.Declined }) },
        QuestionAsked e => p with
        {
            OpenQuestions = p.OpenQuestions.Add(new OpenQuestion(e.Question, e.Provider, recorded.At, e.DueAt)),
            RecentQuestions = [.. p.RecentQuestions.Where(q => q.At > recorded.At - Duration.FromDays(1)), new RecentQuestion(e.Provider, recorded.At)],
        },
        ProviderCalled => p,
        ProviderHandedOver e => p with { OpenQuestions = p.OpenQuestions.Add(new OpenQuestion(e.Question, e.Provider, recorded.At, e.DueAt)) },
        QuestionAnswered e => p with
        {
            OpenQuestions = p.OpenQuestions.RemoveAll(q => q.Id == e.Question),
            AnsweredQuestions = p.AnsweredQuestions.Add(e.Question),
        },
        FactShared e => p with { WithheldFacts = e.Published ? p.WithheldFacts.Remove(e.Fact) : p.WithheldFacts.Add(e.Fact) },
        CadenceTaken e => p with { Cycle = p.Cycle with { CadenceVersion = e.Version } },

        ProjectClosed e => ApplyClosing(p, e, recorded),
        ClosingUndone or DecisionUndone => TakeBack(p, p.UndoPoint!, recorded.At),
        NoteWithdrawn e => p with
        {
            LastNote = e.Note == p.LastNote?.Version ? null : p.LastNote,
            SharedNotes = p.SharedNotes?.Remove(e.Note),
        },
        ProjectReopened e => ApplyReopening(p, e, recorded),
        PersonErased => p with
        {
            Erased = true,
            LastNote = null,
            Contact = new ContactRights(MayCall: false, MayMail: false, null, []),
            OpenQuestions = [],
            RecentQuestions = [],
        },

        _ => throw new UnreachableException($"No rule for {recorded.Event.GetType().Name}."),
    };
}
