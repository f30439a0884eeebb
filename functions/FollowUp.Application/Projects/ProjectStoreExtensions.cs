using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Projects;

/// <summary>What happened to a project, for whoever looks into its events and not at how they are stored.</summary>
public static class ProjectStoreExtensions
{
    /// <summary>Oldest first.</summary>
    public static async IAsyncEnumerable<RecordedEvent> ReadEvents(
        this IProjectStore store, string projectId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var entry in store.ReadTimeline(projectId, cancellation))
        {
            yield return TimelineJson.Read(entry.Json);
        }
    }
}
