using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Scheduling;

/// <summary>Something that happens by the calendar of the department instead of by one project.</summary>
/// <param name="Name">Names its mark; holds no mail address.</param>
/// <param name="Run">
/// Does what was due at the instant given. It may be asked again for the same one, after a crash or by a second worker, and then brings
/// about nothing new.
/// </param>
/// <param name="RunAtEveryCheck">Cheap, and brings about what should be whenever somebody looks, not only at its time.</param>
public sealed record ScheduledJob(
    string Name, Schedule Schedule, Func<Instant, CancellationToken, Task> Run, bool RunAtEveryCheck = false);

/// <summary>A part of the application that has work to do by the calendar.</summary>
public interface IJobSource
{
    /// <summary>One of the names in <see cref="JobSchedules"/>.</summary>
    string JobName { get; }

    /// <summary>One piece of work, or one for each of several people.</summary>
    ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default);
}

/// <summary>Tells the local calendar that something was entered that need not wait for its time. Losing it costs minutes, never a fact.</summary>
public interface IScheduleSignal
{
    void Raise();
}
