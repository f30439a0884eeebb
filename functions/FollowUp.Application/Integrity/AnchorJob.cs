using System.Collections.Immutable;
using FollowUp.Application.Scheduling;

namespace FollowUp.Application.Integrity;

/// <summary>Makes the daily anchor, and appends it to a file outside the store where one is set. Without a key it does nothing.</summary>
public sealed class AnchorJob(AnchorMaker maker, AnchorKeys keys, AnchorOptions options) : IJobSource
{
    /// <inheritdoc/>
    public string JobName => JobNames.Anchor;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new(keys.IsEmpty ? [] : [new ScheduledJob(JobName, Schedule.InParis(JobSchedules.NightlyAnchor), (_, c) => Run(c))]);

    async Task Run(CancellationToken cancellation)
    {
        if (await maker.Make(cancellation) is { } anchor && options.File is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(file, AnchorStore.Write(anchor) + "\n", cancellation);
        }
    }
}
