using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Assignments;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>Chooses a coordinator by the rules of <see cref="Assignment"/> from the current staff and workloads. Thread-safe.</summary>
public sealed class CoordinatorSelector(IDirectory directory, IProjectIndex index, WorkingCalendar calendar)
{
    /// <summary>The coordinator for a new project; null when the rules choose none.</summary>
    public async ValueTask<string?> Choose(Language language, Instant now, CancellationToken cancellation = default) =>
        Choose(await directory.AllStaff(cancellation), await index.GetWorkloads(cancellation), language, now);

    /// <summary>The coordinator to ask for the project of an absent one: chosen from those who are present; null when none is.</summary>
    public async ValueTask<string?> ChoosePresent(Language language, Instant now, CancellationToken cancellation = default)
    {
        var today = calendar.DateOf(now);
        return Choose(
            [.. (await directory.AllStaff(cancellation)).Where(s => s.IsPresent(today))], await index.GetWorkloads(cancellation), language, now);
    }

    string? Choose(ImmutableArray<Staff> staff, ImmutableDictionary<string, Workload> workloads, Language language, Instant now)
    {
        var today = calendar.DateOf(now);
        return Assignment.Choose(
            staff.Where(s => s.Role == Role.Coordinator).Select(s =>
            {
                var load = workloads.GetValueOrDefault(s.Id);
                return new Candidate(s.Id, s.Languages, s.IsPresent(today), s.Capacity, load?.OpenProjects ?? 0, load?.LastAssignedAt);
            }),
            language);
    }
}
