using System.Runtime.CompilerServices;
using FollowUp.Application.Json;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application;

/// <summary>What happened to a project, for whoever looks into its events and not at how they are stored.</summary>
public static class Timelines
{
    /// <summary>Oldest first.</summary>
    public static async IAsyncEnumerable<RecordedEvent> Recorded(
        this IProjectStore store, string projectId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var entry in store.Timeline(projectId, cancellation))
        {
            yield return TimelineJson.Read(entry.Json);
        }
    }
}
