namespace FollowUp.Local.Scheduling;

/// <summary>
/// The pauses of projects whose run failed: 2, 4, 8 … seconds after each failure in a row, ten minutes at most. Kept in memory and in the
/// machine's time, so a restart retries at once. Not thread-safe.
/// </summary>
public sealed class FailureBackoff(TimeProvider time)
{
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(10);

    readonly Dictionary<string, Pause> pausesByProject = [];

    public int Count => pausesByProject.Count;

    public bool IsPaused(string projectId) =>
        pausesByProject.TryGetValue(projectId, out var pause) && time.GetElapsedTime(pause.Since) < pause.Length;

    public void RecordFailure(string projectId)
    {
        var failures = pausesByProject.TryGetValue(projectId, out var before) ? before.Failures + 1 : 1;
        var length = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 20)));
        pausesByProject[projectId] = new Pause(failures, time.GetTimestamp(), length < MaxPause ? length : MaxPause);
    }

    public void RecordSuccess(string projectId) => pausesByProject.Remove(projectId);

    readonly record struct Pause(int Failures, long Since, TimeSpan Length);
}
