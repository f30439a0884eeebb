using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Nightly retention: persons of whom nothing was heard for three years are erased (CNIL, from the last contact that came from the person),
/// and rows that have no more use are cleaned away. It walks all projects in the order of their ids and keeps its place, so that a night
/// that was too short goes on in the next one.
/// </summary>
public sealed class RetentionJob(
    IProjectIndex index, IProjectStore store, PersonEraser erasure, ExpiredRowCleaner cleaning, ISettings settings, IAuditLog audit, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    public const int YearsKept = 3;

    const string CursorKey = "retention-place";
    const int Page = 500;

    /// <summary>Bounds of one night.</summary>
    const int MaxPersons = 500;
    const int MaxProjects = 200_000;

    public string JobName => JobSchedules.Retention;

    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.NightlyRetention), (_, c) => RunNight(c))]);

    /// <exception cref="AggregateException">
    /// An erasure failed, or something of an erased person was found again; the night is not over.
    /// </exception>
    async Task RunNight(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var erasures = new FailureCollector("Some erasures");
        await WriteAudit(now, "erased-persons", await ErasePersons(now, erasures, cancellation), cancellation);
        await WriteAudit(now, "cleaned-rows", await cleaning.Clean(now, cancellation), cancellation);
        erasures.ThrowIfAny();
    }

    async Task<int> ErasePersons(Instant now, FailureCollector erasures, CancellationToken cancellation)
    {
        var before = calendar.AddMonths(now, -12 * YearsKept);
        var kept = await settings.Get(CursorKey, cancellation) ?? "";
        var place = kept;
        var erased = 0;
        for (var seen = 0; seen < MaxProjects && erased < MaxPersons; seen += Page)
        {
            var rows = await index.Search(new ProjectSearch(Limit: Page, After: place), cancellation);
            foreach (var client in rows.Where(row => IsErasureIncomplete(row) || IsExpired(row.Project, before)).GroupBy(row => row.Project.ClientId))
            {
                await erasures.Run(
                    async () =>
                    {
                        if (client.Any(IsErasureIncomplete) || !await HasRecentSignOfLife(client.Key, before, cancellation))
                        {
                            await Erase(client.Key, cancellation);
                            erased++;
                        }
                    },
                    cancellation);
            }

            place = rows.Length < Page ? "" : rows[^1].Project.Id;
            if (place != kept)
            {
                await settings.Set(CursorKey, kept = place, cancellation);
            }

            if (place.Length == 0)
            {
                break;
            }
        }

        return erased;
    }

    async Task Erase(string client, CancellationToken cancellation)
    {
        if (await erasure.Erase(client, Actor.Time, cancellation) is { Verified: false })
        {
            throw new InvalidOperationException("Something of an erased person was found again.");
        }
    }

    /// <summary>The erasure was decided, and whoever carried it out died before the person was gone: whoever had asked for it.</summary>
    static bool IsErasureIncomplete(ProjectListItem row) => row is { Project.Erased: true, ClientName: not null };

    static bool IsExpired(Project project, Instant before) => !project.Erased && project.LastSignOfLife < before;

    /// <summary>The clock is the person's: it starts anew with a sign of life in any project of theirs.</summary>
    async Task<bool> HasRecentSignOfLife(string client, Instant before, CancellationToken cancellation)
    {
        foreach (var id in await index.GetProjectsOfClient(client, cancellation))
        {
            if ((await store.Load(id, cancellation))?.Project.LastSignOfLife >= before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts only, in the log that the manager reads.</summary>
    async Task WriteAudit(Instant now, string what, int count, CancellationToken cancellation)
    {
        if (count > 0)
        {
            await audit.Write(
                new AuditEntry(now, null, Kebab.Case(Role.System), Actor.Time.Id, what, count.ToString(CultureInfo.InvariantCulture)), cancellation);
        }
    }
}
