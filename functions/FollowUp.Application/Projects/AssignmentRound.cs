using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Assignments;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>
/// Chooses coordinators for many projects from staff and workloads that were read once. It counts what it assigned itself, so that the projects
/// spread over the coordinators as they would one by one. Not thread-safe.
/// </summary>
public sealed class AssignmentRound
{
    readonly Dictionary<string, Candidate> candidates;

    internal AssignmentRound(IEnumerable<Staff> staff, ImmutableDictionary<string, Workload> workloads, LocalDate today) =>
        candidates = staff.Where(s => s.Role == Role.Coordinator).ToDictionary(s => s.Id, s =>
        {
            var load = workloads.GetValueOrDefault(s.Id);
            return new Candidate(s.Id, s.Languages.IsDefault ? [] : s.Languages, s.IsPresent(today), s.Capacity, load?.OpenProjects ?? 0, load?.LastAssignedAt);
        });

    /// <summary>The coordinator whom the rules of <see cref="Assignment"/> choose; null when there is none.</summary>
    /// <param name="language">The language of the project.</param>
    /// <param name="except">A coordinator who is not to be chosen; null for none.</param>
    public string? Choose(Language language, string? except = null) =>
        Assignment.Choose(except is null ? candidates.Values : candidates.Values.Where(c => c.Id != except), language);

    /// <summary>Counts a project that a coordinator got.</summary>
    public void Count(string coordinator, Instant now)
    {
        if (candidates.TryGetValue(coordinator, out var candidate))
        {
            candidates[coordinator] = candidate with { Open = candidate.Open + 1, LastServedAt = now };
        }
    }
}
