using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.ProviderFeeds;

/// <summary>
/// Tells the website, on working days at eight and when that is chosen, which projects of each provider with a live subscription have moved since the day before.
/// Whether the provider wants mails does not matter: the website shows the news on its own pages.
/// </summary>
/// <remarks>
/// A provider is marked once the website has accepted its news, so a run that is repeated after a failure tells the others alone, under the same ids. News of a
/// time in which it was not chosen is never told.
/// </remarks>
public sealed class ProviderNewsWebhookJob(
    IDirectory directory, ProviderProjectQuery projects, IWebhookSender webhooks, IKeyValueStore settings, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    const string Prefix = "provider-news-webhook:";
    const string LastRunKey = Prefix + "last-run";

    /// <inheritdoc/>
    public string JobName => JobNames.ProviderNews;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob("provider-news-webhooks", Schedule.InParis(JobSchedules.WorkingDayMorning, ClosedDays.Skip), TellNews)]);

    async Task TellNews(Instant due, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var last = await settings.Get(LastRunKey, cancellation) is { } text ? InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow() : calendar.AddDays(due, -1);
        if (last >= due)
        {
            return;
        }

        if (webhooks.IsConfigured && webhooks.Events.Contains(WebhookEvent.ProviderNews))
        {
            var failures = new FailureCollector("Some webhooks about providers' news");
            foreach (var provider in (await directory.AllProviders(cancellation)).Where(p => p.HasPrivilege(calendar.DateOf(now))))
            {
                await failures.Run(() => Tell(provider, due, last, now, cancellation), cancellation);
            }

            failures.ThrowIfAny();
        }

        await settings.Set(LastRunKey, InstantPattern.ExtendedIso.Format(now), cancellation);
    }

    async Task Tell(ProviderProfile provider, Instant due, Instant last, Instant now, CancellationToken cancellation)
    {
        var id = $"{JobNames.ProviderNews}.{StaffLogId.Of(provider.Id)}.{LocalDatePattern.Iso.Format(calendar.DateOf(due))}";
        if (await settings.Get(Prefix + id, cancellation) is not null)
        {
            return;
        }

        var moved = await projects.Load(provider, provider.Language, last, cancellation);
        if (!moved.IsEmpty)
        {
            await webhooks.Send(id, WebhookJson.WriteProviderNews(provider.Id, moved.Select(project => project.View.Project.Id), now), now, cancellation);
            await settings.Set(Prefix + id, "sent", now + RetentionPeriods.Mails, CancellationToken.None);
        }
    }
}
