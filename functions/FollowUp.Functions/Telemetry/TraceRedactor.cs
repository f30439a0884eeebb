using System.Diagnostics;
using OpenTelemetry;

namespace FollowUp.Functions.Telemetry;

/// <summary>Cuts secrets from the names, attributes and events of traces before an exporter sees them.</summary>
sealed class TraceRedactor : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = TelemetryText.Redact(data.DisplayName);
        if (data.StatusDescription is { } description)
        {
            data.SetStatus(data.Status, TelemetryText.Redact(description));
        }

        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (value is string text && TelemetryText.Redact(text) is var redacted && redacted != text)
            {
                data.SetTag(name, redacted);
            }
        }

        foreach (var happened in data.Events)
        {
            if (happened.Tags.Any(tag => tag.Value is string text && TelemetryText.Redact(text) != text))
            {
                // The attributes of an event cannot be changed, so the trace is not exported.
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        }
    }
}
