using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Scheduling;

/// <summary>
/// Does what is due by the calendar. Each piece of work has a mark in the store, the time it was last done for: so it is done once whatever
/// restarts, and once after an outage of any length. An installation begins with the first time after it was first looked at. Work that is
/// done at every look needs no mark.
/// </summary>
public sealed class Scheduler(IEnumerable<IJobSource> pieces, ISettings settings, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>All work there is, or that of one piece.</summary>
    public async ValueTask<ImmutableArray<ScheduledJob>> GetJobs(string? piece = null, CancellationToken cancellation = default)
    {
        var works = ImmutableArray.CreateBuilder<ScheduledJob>();
        foreach (var one in pieces.Where(p => piece is null || p.JobName == piece))
        {
            works.AddRange(await one.GetJobs(cancellation));
        }

        return works.ToImmutable();
    }

    /// <summary>Does what is due of one piece; what fails keeps its mark, so that it is due as before, and is thrown after the rest.</summary>
    /// <exception cref="AggregateException">Some of it failed.</exception>
    public async Task RunDue(string piece, CancellationToken cancellation = default)
    {
        var works = new FailureCollector($"Some work of {piece}");
        foreach (var work in await GetJobs(piece, cancellation))
        {
            await works.Run(() => RunIfDue(work, cancellation), cancellation);
        }

        works.ThrowIfAny();
    }

    /// <summary>Does one piece of work if it is due.</summary>
    /// <returns>When it is due again.</returns>
    public async Task<Instant> RunIfDue(ScheduledJob work, CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (work.RunAtEveryCheck)
        {
            await work.Run(now, cancellation);
            return work.Schedule.GetNext(now, calendar);
        }

        var key = $"schedule:{work.Name}";
        var mark = await settings.GetOrSet(key, Write(now), cancellation);
        var done = InstantPattern.ExtendedIso.Parse(mark).GetValueOrThrow();
        if (work.Schedule.FindLatest(done, now, calendar) is { } due)
        {
            await work.Run(due, cancellation);

            // When somebody else has moved the mark meanwhile, theirs stands: it is no older than this one.
            await settings.TryReplace(key, mark, Write(due), cancellation);
            done = due;
        }

        return work.Schedule.GetNext(Instant.Max(done, now), calendar);
    }

    static string Write(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
