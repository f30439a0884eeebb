namespace FollowUp.Storage.Shared;

/// <summary>What the workload counters depend on. A stand-in does not count: the project stays in its coordinator's workload.</summary>
readonly record struct ProjectAssignment(string? Coordinator, bool Open)
{
    /// <summary>The coordinator whose open projects include this one; null when the project is closed or unassigned.</summary>
    public string? OpenCoordinator => Open ? Coordinator : null;
}
