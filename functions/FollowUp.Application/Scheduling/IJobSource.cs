using System.Collections.Immutable;

namespace FollowUp.Application.Scheduling;

/// <summary>A part of the application that has scheduled jobs.</summary>
public interface IJobSource
{
    /// <summary>The group of its jobs, one of <see cref="JobNames"/>: several sources may name the same one, and their jobs are checked together.</summary>
    string JobName { get; }

    /// <summary>Its jobs as of now: one, or one for each of several people.</summary>
    ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default);
}
