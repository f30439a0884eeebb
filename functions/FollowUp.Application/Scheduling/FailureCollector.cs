using FollowUp.Application.Shared;

namespace FollowUp.Application.Scheduling;

/// <summary>
/// Runs every item even if one throws, then throws an <see cref="AggregateException"/>: an item that always fails must not keep the items behind
/// it from running. Not thread-safe.
/// </summary>
/// <param name="what">What failed, for the message of the exception; no personal data.</param>
public sealed class FailureCollector(string what)
{
    readonly List<Exception> failures = [];

    /// <summary>How many items have failed.</summary>
    public int Count => failures.Count;

    /// <summary>Runs an item and collects its exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task Run(Func<Task> act, CancellationToken cancellation)
    {
        try
        {
            await act();
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            failures.Add(failure);
        }
    }

    /// <summary>Throws what was collected. Called after the last item.</summary>
    /// <exception cref="AggregateException">An item failed.</exception>
    public void ThrowIfAny()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException($"{what} failed.", failures);
        }
    }
}
