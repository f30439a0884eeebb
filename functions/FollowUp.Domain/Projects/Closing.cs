using FollowUp.Domain.Projects.Deciders;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The closing of a project.</summary>
/// <param name="Outcome">How the project ended.</param>
/// <param name="At">When it was closed.</param>
/// <param name="Version">The version of the closing. Messages of the closing leave only while this names it.</param>
/// <param name="ByClient">Whether the client closed the project and so may take the closing back.</param>
/// <param name="UndoPoint">What an undo puts back; null when the person was erased.</param>
public sealed record Closing(Outcome Outcome, Instant At, long Version, bool ByClient, UndoPoint? UndoPoint)
{
    /// <summary>The first instant at which the closing can no longer be taken back; null when it cannot be taken back at all.</summary>
    public Instant? UndoUntil => UndoPoint is null ? null : At + Decider.UndoWithin;
}
