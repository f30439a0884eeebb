using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Nightly retention: persons of whom nothing was heard for three years are erased (CNIL, from the last contact that came from the person),
/// and rows that have no more use are cleaned away. It walks all projects in the order of their ids and keeps its place, so that a night
/// that was too short goes on in the next one.
/// </summary>
public sealed class Retention(
    IIndex index, IProjectStore store, Erasure erasure, Cleaning cleaning, ISettings settings, IAuditLog audit, WorkingCalendar calendar, TimeProvider time) : IScheduled
{
    public const int YearsKept = 3;

    const string Place = "retention-place";
    const int Page = 500;

    /// <summary>Bounds of one night.</summary>
    const int MostPersons = 500;
    const int MostProjects = 200_000;

    public string Piece => Timetable.Retention;

    public ValueTask<ImmutableArray<ScheduledWork>> Works(CancellationToken cancellation = default) =>
        new([new ScheduledWork(Piece, Schedule.InParis(Timetable.RetentionAt), (_, c) => Pass(c))]);

    /// <exception cref="AggregateException">
    /// An erasure failed, or something of an erased person was found again; the night is not over.
    /// </exception>
    async Task Pass(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var erasures = new OneByOne("Some erasures");
        await Note(now, "erased-persons", await ErasePersons(now, erasures, cancellation), cancellation);
        await Note(now, "cleaned-rows", await cleaning.Clean(now, cancellation), cancellation);
        erasures.Done();
    }

    async Task<int> ErasePersons(Instant now, OneByOne erasures, CancellationToken cancellation)
    {
        var before = calendar.AddMonths(now, -12 * YearsKept);
        var kept = await settings.Get(Place, cancellation) ?? "";
        var place = kept;
        var erased = 0;
        for (var seen = 0; seen < MostProjects && erased < MostPersons; seen += Page)
        {
            var rows = await index.Search(new IndexQuery(Limit: Page, After: place), cancellation);
            foreach (var client in rows.Where(row => WasCutShort(row) || IsOver(row.Project, before)).GroupBy(row => row.Project.ClientId))
            {
                await erasures.Try(
                    async () =>
                    {
                        if (client.Any(WasCutShort) || !await HeardOf(client.Key, before, cancellation))
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
                await settings.Set(Place, kept = place, cancellation);
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
    static bool WasCutShort(IndexRow row) => row is { Project.Erased: true, ClientName: not null };

    static bool IsOver(Project project, Instant before) => !project.Erased && project.LastSignOfLife < before;

    /// <summary>The clock is the person's: it starts anew with a sign of life in any project of theirs.</summary>
    async Task<bool> HeardOf(string client, Instant before, CancellationToken cancellation)
    {
        foreach (var id in await index.ProjectsOfClient(client, cancellation))
        {
            if ((await store.Load(id, cancellation))?.Project.LastSignOfLife >= before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts only, in the log that the manager reads.</summary>
    async Task Note(Instant now, string what, int count, CancellationToken cancellation)
    {
        if (count > 0)
        {
            await audit.Write(
                new AuditEntry(now, null, Kebab.Case(Role.System), Actor.Time.Id, what, count.ToString(CultureInfo.InvariantCulture)), cancellation);
        }
    }
}
