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

    /// <summary>Reads staff and workloads, for a choice that other reads come before.</summary>
    public async ValueTask<AssignmentRound> Load(Instant now, CancellationToken cancellation = default)
    {
        var workloads = index.GetWorkloads(cancellation).AsTask();
        return Start(await directory.AllStaff(cancellation), await workloads, now);
    }

    /// <summary>Begins to choose coordinators for many projects.</summary>
    public AssignmentRound Start(ImmutableArray<Staff> staff, ImmutableDictionary<string, Workload> workloads, Instant now) =>
        new(staff, workloads, calendar.DateOf(now));

    /// <summary>
    /// Who is asked for the project of an absent coordinator: a coordinator who is present, or a present manager when no coordinator is left; null when
    /// nobody is.
    /// </summary>
    /// <param name="language">The language of the project.</param>
    /// <param name="decliners">The ids of those who declined.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async ValueTask<string?> ChoosePresent(
        Language language, IReadOnlySet<string> decliners, Instant now, CancellationToken cancellation = default)
    {
        var today = calendar.DateOf(now);
        ImmutableArray<Staff> present = [.. (await directory.AllStaff(cancellation)).Where(s => s.IsPresent(today) && !decliners.Contains(s.Id))];
        return Choose(present, await index.GetWorkloads(cancellation), language, now)
            ?? present.FindFirstManager()?.Id;
    }

    /// <summary>Whether a staff member is a coordinator who is present and speaks a language.</summary>
    public async ValueTask<bool> IsAvailable(string staffId, Language language, Instant now, CancellationToken cancellation = default) =>
        await directory.FindStaff(staffId, cancellation) is { Role: Role.Coordinator } staff
        && staff.IsPresent(calendar.DateOf(now))
        && staff.Speaks(language);

    string? Choose(ImmutableArray<Staff> staff, ImmutableDictionary<string, Workload> workloads, Language language, Instant now) =>
        Start(staff, workloads, now).Choose(language);
}
