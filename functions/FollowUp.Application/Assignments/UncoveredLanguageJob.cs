using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Settings;
using FollowUp.Domain.Permissions;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.Assignments;

/// <summary>
/// Tells the managers by mail that open projects are in a language that no coordinator speaks, once a week while it lasts. It reads no project while
/// the coordinators speak all languages.
/// </summary>
public sealed class UncoveredLanguageJob(
    IDirectory directory, IProjectIndex index, DepartmentOutbox outbox, DepartmentCalendar calendar, TimeProvider time) : IJobSource
{
    /// <summary>More than a department follows up without one coordinator of the language.</summary>
    public const int MaxProjects = 5_000;

    /// <inheritdoc/>
    public string JobName => JobNames.Assignment;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob("uncovered-languages", Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => TellManagers(c), RunAtEveryCheck: true)]);

    async Task TellManagers(CancellationToken cancellation)
    {
        var staff = await directory.AllStaff(cancellation);
        if (UncoveredLanguages.Find(staff).IsEmpty
            || UncoveredLanguages.Count(staff, await index.GetQueue(null, MaxProjects, cancellation)).IsEmpty)
        {
            return;
        }

        var now = time.GetCurrentInstant();
        var today = calendar.Current.DateOf(now);
        var monday = today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        foreach (var manager in staff.Where(s => s.Role == Role.Manager))
        {
            await outbox.Enqueue(
                new DepartmentMail(
                    $"uncovered-languages.{StaffLogId.Of(manager.Id)}.{LocalDatePattern.Iso.Format(monday)}", DepartmentMailKind.UncoveredLanguages, manager.Id,
                    monday, now, now),
                cancellation);
        }
    }
}
