using System.Diagnostics;
using FollowUp.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace FollowUp.Functions.Tests.Telemetry;

/// <summary>What leaves the worker as telemetry grants nothing and names nobody.</summary>
public sealed class TelemetryTests : IDisposable
{
    const string Secret = "AbC-d_e1234";

    readonly List<Activity> traces = [];
    readonly List<LogRecord> logs = [];
    readonly ActivitySource source = new("FollowUp.Tests.Telemetry");
    readonly ServiceProvider services;

    public TelemetryTests()
    {
        var collection = new ServiceCollection();
        collection.AddRedactedTelemetry()
            .WithTracing(tracing => tracing.AddSource(source.Name).AddInMemoryExporter(traces))
            .WithLogging(logging => logging.AddInMemoryExporter(logs));
        services = collection.BuildServiceProvider();
        _ = services.GetRequiredService<TracerProvider>();
    }

    public void Dispose()
    {
        services.Dispose();
        source.Dispose();
    }

    public static TheoryData<string> Texts =>
    [
        $"/l/{Secret}",
        $"/l/{Secret}/unsubscribe",
        $"https://suivi.example/l/{Secret}?lang=en",
        $"GET /L/{Secret}",
        $"%2Fl%2F{Secret}",
        $"/desk/calendar/{Secret}.ics",
        $"/setup/{Secret}",
        $"/inbound-mail?key={Secret}",
        $"?lang=fr&key={Secret}",
        $"key={Secret}&x=1",
        $"/api/projects?code={Secret}",
        $"/desk/search?q={Secret}",
        $"/api/queue?staff={Secret}@demo.example",
        $"/api/staff/{Secret}%40demo.example/absences/1",
        $"Sending to {Secret}@demo.example failed",
        $"Payload CfDJ8{Secret} is invalid",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Trace_has_no_secret(string text)
    {
        using (var activity = source.StartActivity(text, ActivityKind.Server))
        {
            activity!.SetTag("url.path", text).SetTag("http.target", text).SetTag("url.full", text).SetStatus(ActivityStatusCode.Error, text);
        }

        var trace = Assert.Single(traces);
        Assert.All(
            trace.TagObjects.Select(tag => tag.Value?.ToString()).Append(trace.DisplayName).Append(trace.StatusDescription),
            value => Assert.DoesNotContain(Secret, value, StringComparison.Ordinal));
    }

    [Fact]
    public void Trace_with_a_secret_in_an_event_does_not_leave()
    {
        using (var activity = source.StartActivity("request"))
        {
            activity!.AddException(new InvalidOperationException($"/l/{Secret}"));
        }

        Assert.Empty(traces);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Log_has_no_secret(string text)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("test");
#pragma warning disable CA1848, CA1873 // a message as a library writes it
        log.LogError(new InvalidOperationException(text), "Request {Path} failed", text);
#pragma warning restore CA1848, CA1873

        var record = Assert.Single(logs);
        Assert.Null(record.Exception);
        Assert.All(
            record.Attributes!.Select(attribute => attribute.Value?.ToString()).Append(record.Body).Append(record.FormattedMessage),
            value => Assert.DoesNotContain(Secret, value ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_secret_stays()
    {
        foreach (var text in new[] { "/api/projects/P-1001", "/desk/projects/P-1?lang=fr", "monkey=1", "/legal", "GET /api/projects/{id}/commands", "TimerTrigger MorningDigest" })
        {
            Assert.Equal(text, TelemetryText.Redact(text));
        }
    }

    [Fact]
    public void Request_is_traced_although_the_host_traces_none()
    {
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);

        source.StartActivity("request", ActivityKind.Server, parent)?.Dispose();

        Assert.Single(traces);
    }
}
