using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests;

/// <summary>A host that simulates nothing by itself: tests do the work of the trials that it was given.</summary>
sealed class NotedTrials : ICadenceTrialRunner
{
    public List<string> Ids { get; } = [];

    /// <summary>Whether as many trials wait as the host allows.</summary>
    public bool IsFull { get; set; }

    public ValueTask<bool> Queue(string trialId, CancellationToken cancellation)
    {
        if (!IsFull) Ids.Add(trialId);
        return new(!IsFull);
    }
}
