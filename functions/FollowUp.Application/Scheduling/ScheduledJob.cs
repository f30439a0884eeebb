using NodaTime;

namespace FollowUp.Application.Scheduling;

/// <summary>A job that runs by the department's calendar.</summary>
/// <param name="Name">The key of the stored time of its last run; it holds no mail address.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Run">
/// Runs the job for the instant at which it was due. It may run again for the same instant, after a crash or on a second worker, and must then
/// change nothing.
/// </param>
/// <param name="RunAtEveryCheck">The job is cheap and runs whenever the scheduler looks, not only when it is due.</param>
public sealed record ScheduledJob(
    string Name, Schedule Schedule, Func<Instant, CancellationToken, Task> Run, bool RunAtEveryCheck = false);
