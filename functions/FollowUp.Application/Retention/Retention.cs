using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain;
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

    /// <exception cref="InvalidOperationException">Something of an erased person was found again; the night is not over.</exception>
    async Task Pass(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (erased, incomplete) = await ErasePersons(now, cancellation);
        var cleaned = await cleaning.Clean(now, cancellation);
        await Note(now, "erased-persons", erased, cancellation);
        await Note(now, "cleaned-rows", cleaned, cancellation);
        if (incomplete > 0)
        {
            throw new InvalidOperationException($"{incomplete} erasures are not complete.");
        }
    }

    async Task<(int Erased, int Incomplete)> ErasePersons(Instant now, CancellationToken cancellation)
    {
        var before = calendar.AddMonths(now, -12 * YearsKept);
        var kept = await settings.Get(Place, cancellation) ?? "";
        var place = kept;
        var (erased, incomplete) = (0, 0);
        for (var seen = 0; seen < MostProjects && erased < MostPersons; seen += Page)
        {
            var rows = await index.Search(new IndexQuery(Limit: Page, After: place), cancellation);
            foreach (var client in rows.Select(r => r.Project).Where(p => IsOver(p, before)).Select(p => p.ClientId).Distinct())
            {
                if (await HeardOf(client, before, cancellation))
                {
                    continue;
                }

                var done = await erasure.Erase(client, Actor.Time, cancellation);
                (erased, incomplete) = done is { Verified: false } ? (erased, incomplete + 1) : (erased + 1, incomplete);
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

        return (erased, incomplete);
    }

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
