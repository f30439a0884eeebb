using System.Collections.Concurrent;

namespace FollowUp.Functions.Tests;

/// <summary>Lets activities fail as a killed worker's do: before their work, and says how often they ran.</summary>
sealed class ActivityFaults
{
    readonly ConcurrentDictionary<string, int> remaining = new();
    readonly ConcurrentDictionary<string, int> runs = new();

    public void FailNext(string activity, int times) => remaining[activity] = times;

    public int Runs(string activity) => runs.GetValueOrDefault(activity);

    public async Task<T> Before<T>(string activity, Func<Task<T>> work)
    {
        runs.AddOrUpdate(activity, 1, (_, before) => before + 1);
        if (remaining.TryGetValue(activity, out var n) && n > 0 && remaining.TryUpdate(activity, n - 1, n))
        {
            throw new InvalidOperationException("The worker was killed.");
        }

        return await work();
    }
}
