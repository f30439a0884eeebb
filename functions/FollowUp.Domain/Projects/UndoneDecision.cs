namespace FollowUp.Domain.Projects;

/// <summary>A decision that was taken back. Its messages that have not left are obsolete.</summary>
/// <param name="First">The version of its first event.</param>
/// <param name="Last">The version of its last event.</param>
public sealed record UndoneDecision(long First, long Last)
{
    /// <summary>Whether an event of this version belongs to it.</summary>
    public bool Contains(long version) => First <= version && version <= Last;
}
