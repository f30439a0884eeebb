using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Deciders;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>
/// The last decision that can be taken back, and the state that an undo puts back. What happens without standing in the way, such as a provider's
/// action, is folded into that state too, so that an undo loses nothing of it.
/// </summary>
/// <param name="Role">The role of who decided.</param>
/// <param name="By">The id of who decided.</param>
/// <param name="At">When it was decided.</param>
/// <param name="First">The version of the first event of the decision.</param>
/// <param name="Last">The version of its last event.</param>
/// <param name="Before">The state before the decision, without an undo point. Its plan is null when an undo plans again.</param>
public sealed record UndoPoint(Role Role, string By, Instant At, long First, long Last, Project Before)
{
    /// <summary>Whether it sent a notice to a provider, which a provider gets once: it can be taken back only until the notice leaves.</summary>
    public bool IsNotice { get; init; }

    /// <summary>The first instant at which the decision can no longer be taken back.</summary>
    public Instant Until => At + (IsNotice ? Decider.HoldFor : Decider.UndoWithin);

    /// <summary>
    /// Whether an actor may take the decision back, where the charter lets them decide on the project: the one who decided, and managers. A closing
    /// that no staff member decided is taken back by the staff member in charge.
    /// </summary>
    public bool IsOpenTo(Actor actor) =>
        actor.Role == Permissions.Role.Manager || actor.Id == By || Role is not (Permissions.Role.Coordinator or Permissions.Role.Manager);
}
