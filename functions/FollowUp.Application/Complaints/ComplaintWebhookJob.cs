using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Outbox;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Complaints;

/// <summary>
/// Sends the website a webhook for every complaint, where the department chose that webhook. It looks for complaints without one, so that a crash loses
/// none; a repeat has the same id. A complaint that arrives while the webhook is not chosen never gets one.
/// </summary>
public sealed class ComplaintWebhookJob(IComplaints complaints, IWebhookSender webhooks, IKeyValueStore settings, TimeProvider time) : IJobSource
{
    const string Prefix = "complaint-webhook:";

    /// <inheritdoc/>
    /// <remarks>The name of the receipts' job, so that both run together.</remarks>
    public string JobName => JobNames.ComplaintReceipts;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob("complaint-webhooks", Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => TellNew(c), RunAtEveryCheck: true)]);

    async Task TellNew(CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var isChosen = webhooks.IsConfigured && webhooks.Events.Contains(WebhookEvent.ComplaintReceived);
        var failures = new FailureCollector("Some complaint webhooks");
        var told = (await settings.List(Prefix, cancellation)).Select(row => row.Key).ToHashSet();
        foreach (var complaint in await complaints.AllAfter(now - ComplaintTerms.Lookback, cancellation))
        {
            if (!told.Contains(Prefix + complaint.Id))
            {
                await failures.Run(() => Tell(complaint, isChosen, now, cancellation), cancellation);
            }
        }

        failures.ThrowIfAny();
    }

    async Task Tell(Complaint complaint, bool isChosen, Instant now, CancellationToken cancellation)
    {
        if (isChosen)
        {
            await webhooks.Send($"complaint.{complaint.Id}", WebhookJson.Write(complaint), now, cancellation);
        }

        await settings.Set(Prefix + complaint.Id, isChosen ? "sent" : "not chosen", now + RetentionPeriods.Mails, CancellationToken.None);
    }
}
