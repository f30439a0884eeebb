using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Projects;

/// <summary>Reads the events of a project.</summary>
public static class ProjectStoreExtensions
{
    /// <summary>Reads the whole timeline as events, oldest first; free text has only its key.</summary>
    /// <exception cref="System.Text.Json.JsonException">An event has a name that this version does not know.</exception>
    public static async IAsyncEnumerable<RecordedEvent> ReadEvents(
        this IProjectStore store, string projectId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var entry in store.ReadTimeline(projectId, cancellation))
        {
            yield return TimelineJson.Read(entry.Json);
        }
    }
}
