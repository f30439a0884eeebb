namespace FollowUp.Application.Ports;

/// <summary>Simulates trials of cadences in the background of the host. Implemented by each host.</summary>
public interface ICadenceTrialRunner
{
    /// <summary>Queues a stored trial.</summary>
    /// <param name="trialId">The id of a waiting trial.</param>
    /// <param name="cancellation">Cancels before it is queued.</param>
    /// <returns>False when too many trials wait already; nothing was queued.</returns>
    ValueTask<bool> Queue(string trialId, CancellationToken cancellation = default);
}
