using System.Collections.Concurrent;
using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Absences;

/// <summary>
/// Finds who declined to take a project over. It reads the timeline of a project again only when the project has another version: absences are looked
/// at every few minutes, and a project that everybody declined stays as it is. Thread-safe.
/// </summary>
public sealed class TakeOverDecliners(IProjectStore projects)
{
    const int MaxProjects = 10_000;

    readonly ConcurrentDictionary<string, (long Version, Instant Begin, ImmutableHashSet<string> Decliners)> known = new(StringComparer.Ordinal);

    /// <summary>Who declined since the absence began.</summary>
    /// <param name="project">The project as the index has it.</param>
    /// <param name="begin">The beginning of the absence.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<ImmutableHashSet<string>> Find(Project project, Instant begin, CancellationToken cancellation)
    {
        if (known.TryGetValue(project.Id, out var found) && found.Version == project.Version && found.Begin == begin)
        {
            return found.Decliners;
        }

        var decliners = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        await foreach (var recorded in projects.ReadEvents(project.Id, cancellation))
        {
            if (recorded is { Event: TakeOverDeclined declined } && recorded.At >= begin)
            {
                decliners.Add(declined.Staff);
            }
        }

        if (known.Count >= MaxProjects)
        {
            known.Clear();
        }

        var result = decliners.ToImmutable();
        known[project.Id] = (project.Version, begin, result);
        return result;
    }
}
