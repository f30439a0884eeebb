using System.Diagnostics.Metrics;
using NodaTime;

namespace FollowUp.Application.Monitoring;

/// <summary>
/// The metrics that alerts are based on. <c>infra/alerts.bicep</c> reads them by these names; a test compares both sides, as an alert on an
/// unknown name never fires.
/// </summary>
public sealed class Metrics
{
    /// <summary>The meter to export: <c>AddMeter(Metrics.MeterName)</c>.</summary>
    public const string MeterName = "FollowUp";

    /// <summary>Gauge, projects: open projects whose next action is overdue.</summary>
    public const string OverdueNextActions = "followup.next_actions.overdue";

    /// <summary>Gauge, seconds: how long the oldest mail or webhook has been waiting since it might be sent.</summary>
    public const string OutboxAge = "followup.outbox.age";

    /// <summary>Gauge, 0 to 1, by <c>window</c> (minute, hour): the share of the mail quota that is used.</summary>
    public const string MailQuotaUsed = "followup.mail.budget_spent";

    /// <summary>Counter, orchestrations:  the watchdog found failed and started again.</summary>
    public const string FailedOrchestrations = "followup.orchestrations.failed";

    /// <summary>Counter, rounds: completed rounds of the watchdog. An alert fires when there are none.</summary>
    public const string WatchdogHeartbeat = "followup.watchdog.heartbeat";

    readonly Gauge<long> overdue;
    readonly Gauge<double> outboxAge;
    readonly Gauge<double> mailQuotaUsed;
    readonly Counter<long> failed;
    readonly Counter<long> heartbeat;

    /// <summary>Creates the instruments of the meter.</summary>
    public Metrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        overdue = meter.CreateGauge<long>(OverdueNextActions, "{project}");
        outboxAge = meter.CreateGauge<double>(OutboxAge, "s");
        mailQuotaUsed = meter.CreateGauge<double>(MailQuotaUsed, "1");
        failed = meter.CreateCounter<long>(FailedOrchestrations, "{orchestration}");
        heartbeat = meter.CreateCounter<long>(WatchdogHeartbeat, "{round}");
    }

    /// <summary>Records a completed round of the watchdog.</summary>
    /// <param name="overdueNextActions">Open projects whose next action is overdue.</param>
    /// <param name="oldestWaiting">How long the oldest message has been waiting since it might be sent; zero when none waits.</param>
    public void RecordWatchdogRound(long overdueNextActions, Duration oldestWaiting)
    {
        overdue.Record(overdueNextActions);
        outboxAge.Record(oldestWaiting.TotalSeconds);
        heartbeat.Add(1);
    }

    /// <summary>Records that an orchestration was found failed.</summary>
    public void RecordFailedOrchestration() => failed.Add(1);

    /// <summary>Records the use of the mail quota.</summary>
    /// <param name="window"><c>minute</c> or <c>hour</c>.</param>
    /// <param name="share">The used share, from 0 to 1.</param>
    public void RecordMailQuotaUsed(string window, double share) => mailQuotaUsed.Record(share, new KeyValuePair<string, object?>("window", window));
}
