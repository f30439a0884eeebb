namespace FollowUp.Local.Scheduling;

/// <summary>
/// Projects whose turn failed are left alone for a while, twice as long each time: one that always fails costs a try now and then, and
/// holds nobody up. Kept in memory only, in real time: a restart tries them at once. For one thread.
/// </summary>
public sealed class FailureBackoff(TimeProvider time)
{
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(10);

    readonly Dictionary<string, Pause> pausesByProject = [];

    public int Count => pausesByProject.Count;

    public bool IsPaused(string projectId) =>
        pausesByProject.TryGetValue(projectId, out var rest) && time.GetElapsedTime(rest.Since) < rest.Length;

    public void RecordFailure(string projectId)
    {
        var failures = pausesByProject.TryGetValue(projectId, out var before) ? before.Failures + 1 : 1;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 20)));
        pausesByProject[projectId] = new Pause(failures, time.GetTimestamp(), pause < MaxPause ? pause : MaxPause);
    }

    public void RecordSuccess(string projectId) => pausesByProject.Remove(projectId);

    readonly record struct Pause(int Failures, long Since, TimeSpan Length);
}
