using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Nightly retention: erases persons whose last sign of life is three years old (CNIL: from the last contact by the person) and removes expired rows.
/// It reads all projects in the order of their ids and stores its position, so that the next night continues where a bounded night stopped.
/// </summary>
public sealed class RetentionJob(
    IProjectIndex index, IProjectStore store, PersonEraser eraser, ExpiredRowCleaner cleaner, IKeyValueStore settings, IAuditLog audit, PersonLoader persons,
    ProjectCommands commands, PolicyLoader policies, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    const string CursorKey = "retention-place";
    const int PageSize = 500;

    /// <summary>How many persons one night erases at most.</summary>
    const int MaxPersons = 500;

    /// <summary>How many projects one night looks at.</summary>
    const int MaxProjects = 200_000;

    /// <inheritdoc/>
    public string JobName => JobNames.Retention;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.NightlyRetention), (_, c) => RunNight(c))]);

    /// <exception cref="AggregateException">An erasure failed or could not be verified; everything else was done, and the job stays due.</exception>
    async Task RunNight(CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var failures = new FailureCollector("Erasing some persons");
        await WriteAudit(now, "erased-persons", await ErasePersons(now, failures, cancellation), cancellation);
        await WriteAudit(now, "cleaned-rows", await cleaner.Clean(now, cancellation), cancellation);
        failures.ThrowIfAny();
    }

    async Task<int> ErasePersons(Instant now, FailureCollector failures, CancellationToken cancellation)
    {
        var before = calendar.AddMonths(now, -12 * RetentionTerm.Years);
        var policy = await policies.Load(null, cancellation);
        var position = await settings.Get(CursorKey, cancellation) ?? "";
        var erased = 0;
        for (var seen = 0; seen < MaxProjects && erased < MaxPersons; seen += PageSize)
        {
            var page = await index.Search(new ProjectSearch(Limit: PageSize, After: position), cancellation);
            erased += await ErasePersons(page, before, failures, cancellation);
            await TakeBackRelaunches(page, policy, failures, cancellation);
            var isLast = page.Length < PageSize;
            var next = isLast ? "" : page[^1].Project.Id;
            if (next != position)
            {
                await settings.Set(CursorKey, next, cancellation);
                position = next;
            }

            if (isLast)
            {
                break;
            }
        }

        return erased;
    }

    /// <returns>How many persons were erased.</returns>
    async Task<int> ErasePersons(ImmutableArray<ProjectListItem> page, Instant before, FailureCollector failures, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var client in page.Where(row => IsErasureIncomplete(row) || IsExpired(row.Project, before)).GroupBy(row => row.Project.ClientId))
        {
            await failures.Run(
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

        return erased;
    }

    /// <summary>
    /// A look at the projects of private persons in a category in which the law forbids relaunches takes back one that is planned. The category may have
    /// come into the cadence since, or it was found in the submission of an earlier version, as for the board. Without a category the look finds it there.
    /// </summary>
    async Task TakeBackRelaunches(ImmutableArray<ProjectListItem> page, Policy policy, FailureCollector failures, CancellationToken cancellation)
    {
        foreach (var id in page.Where(row => MayHaveForbiddenRelaunch(row.Project, policy)).Select(row => row.Project.Id))
        {
            await failures.Run(() => commands.Advance(id, cancellation), cancellation);
        }
    }

    static bool MayHaveForbiddenRelaunch(Project project, Policy policy) => project is { ClientType: ClientType.Person, IsOpen: true }
        && (project.Category is null || (project.Next?.Kind is ActionKind.Call or ActionKind.Mail && !policy.MayRelaunch(project.ClientType, project.Category)));

    async Task Erase(string client, CancellationToken cancellation)
    {
        if (await eraser.Erase(client, Actor.Time, cancellation) is { Verified: false })
        {
            throw new InvalidOperationException($"Data of client {client} were found after the erasure; the next night erases again.");
        }
    }

    /// <summary>The erasure was decided, and a crash came before the data were removed.</summary>
    static bool IsErasureIncomplete(ProjectListItem row) => row is { Project.Erased: true, ClientName: not null };

    static bool IsExpired(Project project, Instant before) => !project.Erased && project.LastSignOfLife < before;

    /// <summary>The term is the person's: a sign of life in any of their projects counts, also under another id of the website.</summary>
    async Task<bool> HasRecentSignOfLife(string client, Instant before, CancellationToken cancellation)
    {
        var person = await persons.Load(client, cancellation);
        foreach (var id in (await index.GetProjectsOfClient(client, cancellation)).Union(person.Projects.Select(p => p.Id)))
        {
            if ((await store.Load(id, cancellation))?.Project.LastSignOfLife >= before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes a count to the audit log, which managers read.</summary>
    async Task WriteAudit(Instant now, string what, int count, CancellationToken cancellation)
    {
        if (count > 0)
        {
            await audit.Write(
                new AuditEntry(now, null, Kebab.Case(Role.System), Actor.Time.Id, what, count.ToString(CultureInfo.InvariantCulture)), cancellation);
        }
    }
}
