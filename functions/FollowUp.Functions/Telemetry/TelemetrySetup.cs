using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using FollowUp.Application.Monitoring;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace FollowUp.Functions.Telemetry;

/// <summary>
/// Traces, metrics and logs of the worker. The redactors come before every exporter. The Functions host records requests by itself, with their paths; its traces are
/// switched off by the setting <c>OTEL_TRACES_SAMPLER</c>, which the sampler here overrides for the worker.
/// </summary>
static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddRedactedTelemetry().UseFunctionsWorkerDefaults();
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 })
        {
            telemetry.UseAzureMonitorExporter(exporter => exporter.Credential = new DefaultAzureCredential());
        }
    }

    /// <summary>The part without exporters, to which a test adds its own.</summary>
    public static OpenTelemetryBuilder AddRedactedTelemetry(this IServiceCollection services) => services.AddOpenTelemetry()
        .WithTracing(tracing => tracing.SetSampler(new ParentBasedSampler(new AlwaysOnSampler(), remoteParentNotSampled: new AlwaysOnSampler())).AddProcessor<TraceRedactor>())
        .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName))
        .WithLogging(logging => logging.AddProcessor<LogRedactor>(), logs => logs.IncludeFormattedMessage = true);
}
