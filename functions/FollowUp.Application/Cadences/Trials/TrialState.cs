namespace FollowUp.Application.Cadences.Trials;

/// <summary>How far a trial is. The names are stored.</summary>
public enum TrialState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It is being simulated.</summary>
    Running,

    /// <summary>All runs are done.</summary>
    Finished,

    /// <summary>A manager stopped it.</summary>
    Cancelled,

    /// <summary>The host gave it up after an error.</summary>
    Failed,
}
