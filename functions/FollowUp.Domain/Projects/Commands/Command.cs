using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Deciders;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>
/// A request to change one project. API, links, console, timers and import create commands; <see cref="Decider"/> answers them with events
/// or a refusal. Commands are not stored. The audit log stores their name (<c>CommandNames</c> of the Application), so a renamed type keeps its old name there.
/// </summary>
public abstract record Command
{
    /// <summary>Who may give it; enforced by <see cref="Charter"/>.</summary>
    public abstract Audience Audience { get; }
}
