namespace FollowUp.Local;

/// <summary>
/// Projects whose turn failed are left alone for a while, twice as long each time: one that always fails costs a try now and then, and
/// holds nobody up. Kept in memory only, in real time: a restart tries them at once. For one thread.
/// </summary>
public sealed class Backoff(TimeProvider time)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    readonly Dictionary<string, Rest> resting = [];

    public int Count => resting.Count;

    public bool IsResting(string projectId) =>
        resting.TryGetValue(projectId, out var rest) && time.GetElapsedTime(rest.Since) < rest.For;

    public void Failed(string projectId)
    {
        var failures = resting.TryGetValue(projectId, out var before) ? before.Failures + 1 : 1;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 20)));
        resting[projectId] = new Rest(failures, time.GetTimestamp(), pause < Longest ? pause : Longest);
    }

    public void Succeeded(string projectId) => resting.Remove(projectId);

    readonly record struct Rest(int Failures, long Since, TimeSpan For);
}
