using NodaTime;

namespace FollowUp.Domain;

/// <summary>A closing taken back, and a dead project that begins again.</summary>
public static partial class Evolution
{
    /// <summary>The state before the closing, but for what the closed project went on learning: rights, questions, absences.</summary>
    static Project Undone(Project closed, Project before, Instant now) => before with
    {
        Contact = closed.Contact,
        CallAgreedAt = closed.CallAgreedAt,
        CallAfterPause = closed.CallAfterPause,
        Questions = closed.Questions,
        Answered = closed.Answered,
        Coordinator = closed.Coordinator,
        StandIn = closed.StandIn,
        TakeOverAskedOf = closed.TakeOverAskedOf,
        LastSignOfLife = closed.LastSignOfLife,
        LastReplyAt = closed.LastReplyAt,
        ReplyWaitsSince = closed.ReplyWaitsSince,

        // Taking back what silence closed gives the client the same days again; the next tick would close it otherwise.
        Anchor = closed.Outcome!.Reason == DeathReason.Unreachable ? now : before.Anchor,
    };

    /// <summary>A new generation of the same project: the path starts again where the client had come to.</summary>
    static Project Reopened(Project p, ProjectReopened e, Recorded recorded) => Alive(p, recorded) with
    {
        Generation = e.Generation,
        CadenceVersion = e.CadenceVersion,
        Phase = p.Validated ? Phase.InFollowUp : Phase.AwaitingValidation,
        Stage = p.Validated ? Stage.Relaunching : Stage.Reaching,
        Outcome = null,
        ReopenedAt = recorded.At,
        LastSaid = null,
        ClosedAt = null,
        ClosedBy = 0,
        ClosedByClient = false,
        BeforeClosing = null,
        Snooze = null,
        CallAgreedAt = null,
        DormantSince = null,
        Quarters = 0,
    };
}
