using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>Folds events into the project: the same events give the same state, on any machine and in any year.</summary>
public static partial class Evolution
{
    public static Project Fold(IEnumerable<Recorded> timeline) =>
        timeline.Aggregate((Project?)null, (project, recorded) => Apply(project, recorded))
        ?? throw new ArgumentException("A timeline has at least its submission.", nameof(timeline));

    public static Project Apply(Project? project, Recorded recorded)
    {
        var after = recorded.Event is ProjectSubmitted submitted
            ? Submitted(submitted)
            : Evolve(project ?? throw new ArgumentException("A timeline starts with its submission.", nameof(project)), recorded);

        return after with
        {
            Version = recorded.Seq,
            Next = after.IsOpen ? recorded.Plan?.Next ?? after.Next : null,
            WakeAt = after.IsOpen ? recorded.Plan?.WakeAt ?? after.WakeAt : null,
            ReplyWaitsSince = ReplyWaits(after, recorded),
        };
    }

    /// <summary>Whatever staff do on a project but hand it over, they do having read what the client wrote.</summary>
    static Instant? ReplyWaits(Project after, Recorded recorded) => recorded switch
    {
        { Event: ClientReplied, Role: Role.Client } => after.ReplyWaitsSince ?? recorded.At,
        { Event: PersonErased } or { Role: Role.Coordinator or Role.Manager, Event: not CoordinatorAssigned } => null,
        _ => after.ReplyWaitsSince,
    };

    static Project Submitted(ProjectSubmitted e) => new()
    {
        Id = e.ProjectId,
        ClientId = e.ClientId,
        ClientType = e.ClientType,
        Language = e.Language,
        SubmittedAt = e.SubmittedAt,
        CadenceVersion = e.CadenceVersion,
        Contact = new ContactRights(e.MayCall, Mails: true, QuietUntil: null, RecentCalls: []),
        Evidence = e.Evidence,
        ExpectedDate = e.Deadline,
        Anchor = e.SubmittedAt,
        LastSignOfLife = e.SubmittedAt,
        LastSignOfLifeBy = 1,
    };

    static Project Evolve(Project p, Recorded recorded) => recorded.Event switch
    {
        CoordinatorAssigned e => p with { Coordinator = e.Coordinator, StandIn = null, TakeOverAskedOf = null },
        StandInStarted e => p with { StandIn = e.Staff, TakeOverAskedOf = null },
        StandInEnded => p with { StandIn = null, TakeOverAskedOf = null },
        TakeOverAsked e => p with { TakeOverAskedOf = e.Staff },
        TakeOverDeclined => p with { TakeOverAskedOf = null },

        CallMissed e => Missed(p, e),
        CallOverdue => p,
        ClientReached e => Alive(Called(p, e.Outcome, e.At), recorded) with
        {
            CallAgreedAt = null,
            Evidence = p.Evidence | e.Facts | Evidence.PhoneReached,
            LastSaid = SaidOnThePhone(e.Outcome) ?? p.LastSaid,
            Providers = e.Provider is { } named ? Wanted(p, named) : p.Providers,
        },

        AttemptMailed e => p with
        {
            Attempts = e.Attempt, Anchor = recorded.At, Stage = e.Last ? Stage.LastMailSent : Stage.Reaching,
        },
        ProjectValidated => p with
        {
            Phase = Phase.InFollowUp, Stage = Stage.Relaunching, Validated = true, Anchor = recorded.At, Attempts = 0, Silent = 0,
        },
        InformationRequested => p with { Stage = Stage.InformationAsked, Anchor = recorded.At },
        InformationGiven => Alive(p, recorded) is { Phase: Phase.AwaitingValidation } alive
            ? alive with { Stage = Stage.InformationGiven }
            : Alive(p, recorded),
        InformationAwaitedInVain => p with { Stage = Stage.Reaching, Attempts = 0, Anchor = recorded.At },
        CallAgreed e => p with { CallAgreedAt = e.At, Stage = p.Phase == Phase.AwaitingValidation ? Stage.Reaching : p.Stage },
        NumberCorrected => Alive(p, recorded) is { Phase: Phase.AwaitingValidation } alive
            ? alive with { Stage = Stage.Reaching }
            : Alive(p, recorded),

        RelaunchMailed e => Relaunched(p, recorded.At, e.Kind == RelaunchKind.Warning),
        RelaunchSkipped e => Relaunched(p, recorded.At, e.Warning),
        WentDormant => p with
        {
            Phase = Phase.Dormant, Stage = Stage.Asleep, DormantSince = recorded.At, Quarters = 0, Anchor = recorded.At,
        },
        LightMailSent e => p with { Quarters = e.Quarter, Anchor = recorded.At },
        QuarterPassed e => p with { Quarters = e.Quarter, Anchor = recorded.At },
        ApprovalAsked e => p with { Stage = Stage.ApprovalAsked, Quarters = e.Quarter, Anchor = recorded.At },
        ApprovalLapsed or ApprovalDeclined => p with { Stage = Stage.Asleep, Anchor = recorded.At },
        Woke => p with { Phase = Phase.InFollowUp, Stage = Stage.Relaunching, DormantSince = null, Quarters = 0, Anchor = recorded.At },

        ClientAnswered e => Alive(p, recorded) with
        {
            LastSaid = e.Answer,
            Providers = e.Provider is { } named ? Wanted(p, named) : p.Providers,
        },
        ClientSignalled e => Alive(p, recorded) with
        {
            LastSignal = new LastSignal(e.Kind, e.At),
            Providers = e.Provider is { } named ? Wanted(p, named) : p.Providers,
        },
        ClientReplied e => Replied(p, recorded) with { LastReplyAt = e.At },
        ChannelClosed { Channel: Channel.Phone } e => p with
        {
            Contact = Without(p.Contact, e), CallAgreedAt = null, CallAfterPause = null,
        },
        ChannelClosed e => p with { Contact = Without(p.Contact, e) },
        // A client who says "not now" takes an agreed call back; a pause that staff make leaves it standing.
        Snoozed e => p with
        {
            Snooze = new SnoozeUntil(e.Until, e.EndsOnAnswer),
            CallAgreedAt = recorded.Role == Role.Client ? null : p.CallAgreedAt,
            CallAfterPause = null,
        },
        SnoozeEnded e => Afresh(p, recorded.At) with { Snooze = null, CallAfterPause = e.CallAt },

        NoteAdded => p,
        ProviderActed e => p with
        {
            Providers = With(p, p.Standing(e.Provider) with { Acted = true, LastAction = e.Kind, LastActedAt = e.At }),
        },
        GoodChancesSent e => p with { Providers = With(p, p.Standing(e.Provider) with { Told = true }) },
        GoodChancesAsked e => p with { Providers = With(p, p.Standing(e.Provider) with { Ask = Ask.Waiting }) },
        GoodChancesDeclined e => p with { Providers = With(p, p.Standing(e.Provider) with { Ask = Ask.Declined }) },
        QuestionAsked e => p with { Questions = p.Questions.Add(new OpenQuestion(e.Question, e.Provider, recorded.At, e.DueAt)) },
        QuestionAnswered e => p with
        {
            Questions = p.Questions.RemoveAll(q => q.Id == e.Question), Answered = p.Answered.Add(e.Question),
        },
        FactShared e => p with { Withheld = e.Published ? p.Withheld.Remove(e.Fact) : p.Withheld.Add(e.Fact) },
        CadenceTaken e => p with { CadenceVersion = e.Version },

        ProjectClosed e => p with
        {
            Phase = e.Outcome.IsWon ? Phase.Won : Phase.Dead, Stage = Stage.Closed, Outcome = e.Outcome,
            ClosedAt = recorded.At, ClosedBy = recorded.Seq, ClosedByClient = recorded.Role == Role.Client, BeforeClosing = p with { BeforeClosing = null },
        },
        ClosingUndone => Undone(p, p.BeforeClosing!, recorded.At),
        ProjectReopened e => Reopened(p, e, recorded),
        PersonErased => p with
        {
            Erased = true, BeforeClosing = null, Contact = new ContactRights(Calls: false, Mails: false, null, []), Questions = [],
        },

        _ => throw new InvalidOperationException($"No state follows from {recorded.Event.GetType().Name}."),
    };
}
