using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.ProviderFeeds;

/// <summary>
/// Enqueues, on working days at eight, one mail for each provider that asked for it, has a live subscription, and has acted on a project that has moved since the
/// run before.
/// </summary>
public sealed class ProviderNewsJob(
    IDirectory directory, ProviderProjectQuery projects, DepartmentOutbox outbox, IKeyValueStore settings, WorkingCalendar calendar, TimeProvider time)
    : IJobSource
{
    const string LastRunKey = "provider-news:last-run";

    /// <inheritdoc/>
    public string JobName => JobNames.ProviderNews;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.WorkingDayMorning, ClosedDays.Skip), Enqueue)]);

    async Task Enqueue(Instant due, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var last = await settings.Get(LastRunKey, cancellation) is { } text ? InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow() : calendar.AddDays(due, -1);
        if (last >= due)
        {
            return;
        }

        var day = calendar.DateOf(now);
        foreach (var provider in (await directory.AllProviders(cancellation)).Where(p => p.WantsMails && p.HasPrivilege(day)))
        {
            if (!(await projects.Load(provider, provider.Language, last, cancellation)).IsEmpty)
            {
                var id = $"{JobNames.ProviderNews}.{StaffLogId.Of(provider.Id)}.{LocalDatePattern.Iso.Format(day)}";
                await outbox.Enqueue(new DepartmentMail(id, DepartmentMailKind.ProviderNews, provider.Id, day, now, now, last), cancellation);
            }
        }

        await settings.Set(LastRunKey, InstantPattern.ExtendedIso.Format(now), cancellation);
    }
}
