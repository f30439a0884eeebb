using System.Diagnostics.Metrics;
using NodaTime;

namespace FollowUp.Application.Monitoring;

/// <summary>
/// The figures that somebody is woken for. The alerts of <c>infra/alerts.bicep</c> ask for them by these names, so a renamed figure
/// is an alert that never fires: a test holds both sides together.
/// </summary>
public sealed class Metrics
{
    /// <summary>The meter to export: <c>AddMeter(Metrics.MeterName)</c>.</summary>
    public const string MeterName = "FollowUp";

    /// <summary>Gauge, projects: open next actions whose time has passed and that nobody has done.</summary>
    public const string OverdueNextActions = "followup.next_actions.overdue";

    /// <summary>Gauge, seconds: how long the oldest mail or webhook that may leave has been waiting to.</summary>
    public const string OutboxAge = "followup.outbox.age";

    /// <summary>Gauge, 0 to 1, by <c>window</c> (minute, hour): the part of the mail budget that is spent.</summary>
    public const string MailQuotaUsed = "followup.mail.budget_spent";

    /// <summary>Counter, orchestrations: found failed by the watchdog, which sets them going again.</summary>
    public const string FailedOrchestrations = "followup.orchestrations.failed";

    /// <summary>Counter, rounds: the watchdog has looked at everything once. Its silence is the alarm.</summary>
    public const string WatchdogHeartbeat = "followup.watchdog.heartbeat";

    readonly Gauge<long> overdue;
    readonly Gauge<double> outboxAge;
    readonly Gauge<double> mailQuotaUsed;
    readonly Counter<long> failed;
    readonly Counter<long> heartbeat;

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

    /// <summary>The watchdog has finished a round: what it found, and the sign that it lives.</summary>
    /// <param name="oldestOwed">How long the oldest message that may leave has waited; zero when nothing waits.</param>
    public void RecordWatchdogRound(long overdueNextActions, Duration oldestOwed)
    {
        overdue.Record(overdueNextActions);
        outboxAge.Record(oldestOwed.TotalSeconds);
        heartbeat.Add(1);
    }

    /// <summary>An orchestration was found failed.</summary>
    public void RecordFailedOrchestration() => failed.Add(1);

    /// <summary>A mail has left or was held back by the budget.</summary>
    /// <param name="window"><c>minute</c> or <c>hour</c>.</param>
    /// <param name="part">0 when nothing is spent, 1 when all of it is.</param>
    public void RecordMailQuotaUsed(string window, double part) => mailQuotaUsed.Record(part, new KeyValuePair<string, object?>("window", window));
}
