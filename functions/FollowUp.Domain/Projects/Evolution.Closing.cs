using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects;

/// <summary>The closing of a project, and the reopening of a dead project.</summary>
public static partial class Evolution
{
    /// <summary>A new generation of the same project: the path starts again in the phase that the client had reached.</summary>
    static Project ApplyReopening(Project p, ProjectReopened e, RecordedEvent recorded) => RecordSignOfLife(p, recorded) with
    {
        Closing = null,
        ReopeningAskedAt = null,
        Generation = e.Generation,
        Cycle = new Cycle(e.CadenceVersion, recorded.At),
        Phase = p.Validated ? Phase.InFollowUp : Phase.AwaitingValidation,
        Stage = p.Validated ? Stage.Relaunching : Stage.Reaching,
        ReopenedAt = recorded.At,
        LastClientAnswer = null,
        Agenda = Agenda.Empty,
        Dormancy = null,
    };

    static Project ApplyClosing(Project p, ProjectClosed e, RecordedEvent recorded) => p with
    {
        Phase = e.Outcome.IsWon ? Phase.Won : Phase.Dead,
        Stage = Stage.Closed,
        Closing = new Closing(e.Outcome, recorded.At, recorded.Seq, recorded.Role == Role.Client),
        ReopeningAskedAt = null,
    };
}
