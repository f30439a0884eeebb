using System.Collections.Immutable;
using FollowUp.Application.Scheduling;

namespace FollowUp.Application.Board;

/// <summary>Runs <see cref="BoardFill"/> at the first check after an update.</summary>
public sealed class BoardFillJob(BoardFill fill) : IJobSource
{
    /// <inheritdoc/>
    /// <remarks>The name of the retention job, so that both run together.</remarks>
    public string JobName => JobNames.Retention;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob("board-fill", Schedule.InParis(JobSchedules.NightlyRetention), (_, c) => fill.Run(c), RunAtEveryCheck: true)]);
}
