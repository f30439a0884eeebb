using FollowUp.Application.Shared;

namespace FollowUp.Application.Scheduling;

/// <summary>
/// Does one thing after the other. One that fails holds up none of those behind it: what fails today fails first in the next round too, and
/// would keep them waiting for ever. For one thread.
/// </summary>
/// <param name="what">Of what some failed, for the message of the exception; no personal data.</param>
sealed class FailureCollector(string what)
{
    readonly List<Exception> failures = [];

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

    /// <summary>Once all of them had their turn.</summary>
    /// <exception cref="AggregateException">Some of them failed.</exception>
    public void ThrowIfAny()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException($"{what} failed.", failures);
        }
    }
}
