using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>A closing taken back, and a dead project that begins again.</summary>
public static partial class Evolution
{
    /// <summary>The state before the closing, but for what the closed project went on learning: rights, questions, absences.</summary>
    static Project UndoClosing(Project closed, Project before, Instant now) => before with
    {
        Contact = closed.Contact,
        CallAgreedAt = closed.CallAgreedAt,
        CallAfterPause = closed.CallAfterPause,
        OpenQuestions = closed.OpenQuestions,
        AnsweredQuestions = closed.AnsweredQuestions,
        Coordinator = closed.Coordinator,
        StandIn = closed.StandIn,
        TakeOverAskedOf = closed.TakeOverAskedOf,
        LastSignOfLife = closed.LastSignOfLife,
        LastReplyAt = closed.LastReplyAt,
        ReplyWaitsSince = closed.ReplyWaitsSince,

        // Taking back what silence closed gives the client the same days again; the next tick would close it otherwise.
        CycleStartedAt = closed.Outcome!.Reason == DeathReason.Unreachable ? now : before.CycleStartedAt,
    };

    /// <summary>A new generation of the same project: the path starts again where the client had come to.</summary>
    static Project ApplyReopening(Project p, ProjectReopened e, RecordedEvent recorded) => RecordSignOfLife(p, recorded) with
    {
        Generation = e.Generation,
        CadenceVersion = e.CadenceVersion,
        Phase = p.Validated ? Phase.InFollowUp : Phase.AwaitingValidation,
        Stage = p.Validated ? Stage.Relaunching : Stage.Reaching,
        Outcome = null,
        ReopenedAt = recorded.At,
        LastClientAnswer = null,
        ClosedAt = null,
        ClosedVersion = 0,
        ClosedByClient = false,
        BeforeClosing = null,
        Snooze = null,
        CallAgreedAt = null,
        DormantSince = null,
        DormantQuarters = 0,
    };
}
