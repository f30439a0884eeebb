using OpenTelemetry;
using OpenTelemetry.Logs;

namespace FollowUp.Functions.Telemetry;

/// <summary>Cuts secrets from the text and the attributes of logs before an exporter sees them, and the message of an exception, which may name anything.</summary>
sealed class LogRedactor : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        data.Body = Redact(data.Body);
        data.FormattedMessage = Redact(data.FormattedMessage);
        if (data.Exception is { } exception)
        {
            data.Attributes = [.. data.Attributes ?? [], new("exception.type", exception.GetType().FullName), new("exception.place", exception.StackTrace)];
            data.Exception = null;
        }

        data.Attributes = data.Attributes?.Select(
            attribute => attribute.Value is string text ? new KeyValuePair<string, object?>(attribute.Key, TelemetryText.Redact(text)) : attribute).ToArray();
    }

    static string? Redact(string? text) => text is null ? null : TelemetryText.Redact(text);
}
