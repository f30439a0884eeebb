using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using FollowUp.Application.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>An alert on a figure that is not reported never fires, and nothing shows it.</summary>
public partial class AlertTests
{
    [Fact]
    public async Task Every_alert_watches_a_figure_that_the_code_reports()
    {
        var reported = GetReportedMetrics();
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            Assert.Equal(reported.Order(), GetWatchedMetrics(deployment).Order());
        }
    }

    [Fact]
    public async Task Every_alert_reaches_people()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var people = deployment.OfType("Microsoft.Insights/actionGroups").Single().GetText("id");
            Assert.All(deployment.OfType("Microsoft.Insights/scheduledQueryRules"), rule =>
            {
                Assert.True(rule.GetFlag("properties", "enabled"));
                Assert.Equal(people, rule["properties"]!["actions"]!["actionGroups"]!.AsArray().Single()!.ToString());
                Assert.Equal(deployment.OfType("Microsoft.OperationalInsights/workspaces").Single().GetText("id"), rule["properties"]!["scopes"]!.AsArray().Single()!.ToString());
            });
        }

        var receivers = (await DeploymentSnapshot.Full).OfType("Microsoft.Insights/actionGroups").Single()["properties"]!["emailReceivers"]!.AsArray();
        Assert.Equal("ops@marketplace.example", receivers.Single()!.GetText("emailAddress"));
    }

    [Fact]
    public async Task Every_alert_is_explained_in_the_operations_page()
    {
        var page = RepositoryFiles.ReadText("docs", "operations", "run.md");
        foreach (var rule in (await DeploymentSnapshot.Small).OfType("Microsoft.Insights/scheduledQueryRules"))
        {
            Assert.Contains($"`{rule.GetText("name")}`", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(Metrics.RecordWatchdogRound))]
    [InlineData(nameof(Metrics.RecordFailedOrchestration))]
    [InlineData(nameof(Metrics.RecordMailQuotaUsed))]
    public void The_Azure_host_reports_it(string report)
    {
        var sources = RepositoryFiles.GetSources("functions")
            .Where(file => Path.GetFileName(file) != "Metrics.cs").Select(File.ReadAllText).ToArray();
        Assert.SkipUnless(sources.Any(s => s.Contains("Metrics.MeterName", StringComparison.Ordinal)), "The Azure host does not export the figures yet.");

        Assert.Contains(sources, source => source.Contains($".{report}(", StringComparison.Ordinal));
    }

    static IEnumerable<string> GetWatchedMetrics(DeploymentSnapshot deployment) => deployment.OfType("Microsoft.Insights/scheduledQueryRules")
        .Select(rule => MetricName().Match(rule["properties"]!["criteria"]!["allOf"]!.AsArray().Single()!.GetText("query")).Groups[1].Value);

    /// <summary>The figures that come out when everything that can be reported is.</summary>
    static string[] GetReportedMetrics()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument),
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => names.Add(instrument.Name));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => names.Add(instrument.Name));
        listener.Start();

        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new Metrics(services.GetRequiredService<IMeterFactory>());
        metrics.RecordWatchdogRound(3, Duration.FromMinutes(5));
        metrics.RecordFailedOrchestration();
        metrics.RecordMailQuotaUsed("hour", 0.5);
        return [.. names.Where(n => n.StartsWith("followup.", StringComparison.Ordinal))];
    }

    [GeneratedRegex("Name == \"([^\"]+)\"")]
    private static partial Regex MetricName();
}
