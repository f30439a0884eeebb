using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Assignments;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>Asks <see cref="Assignment"/> with today's staff and workloads.</summary>
public sealed class CoordinatorSelector(IDirectory directory, IProjectIndex index, WorkingCalendar calendar)
{
    public async ValueTask<string?> Choose(Language language, Instant now, CancellationToken cancellation = default) =>
        Choose(await directory.AllStaff(cancellation), await index.GetWorkloads(cancellation), language, now);

    /// <summary>Whom to ask for an absent colleague's projects: the same choice among those who are there; null when nobody is.</summary>
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
