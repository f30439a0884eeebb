using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Polly.CircuitBreaker;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// Posts webhooks to the website, signed per Standard Webhooks. Every attempt for one message has the same id, so the website can recognise
/// a repeat. When the quick retries fail, the outbox retries later. Each call is stored with its answer for the settings page.
/// </summary>
/// <param name="deliveries">Null in a process that stores no attempts.</param>
public sealed partial class WebhookSender(
    IHttpClientFactory clients, IOptionsMonitor<WebhookOptions> options, TimeProvider time, ILogger<WebhookSender> log, IWebhookDeliveries? deliveries = null) : IWebhookSender
{
    internal const string HttpClientName = "webhook";

    static readonly Duration MaxPause = Duration.FromHours(1);

    ParsedEvents events = new(null, []);

    public bool IsConfigured => options.CurrentValue.Target is not null;

    public ImmutableHashSet<WebhookEvent> Events
    {
        get
        {
            // Every decision asks, so the parsed setting is kept.
            var setting = options.CurrentValue.Events;
            if (events is { } parsed && parsed.Setting == setting)
            {
                return parsed.Events;
            }

            return (events = new ParsedEvents(setting, WebhookOptions.ParseEvents(setting))).Events;
        }
    }

    /// <exception cref="ThrottledException">The website asks for a pause, or the circuit breaker is open.</exception>
    /// <exception cref="HttpRequestException">The website cannot be reached, or answers with a status other than 2xx.</exception>
    public async Task Send(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var request = CreateRequest(messageId, json);
        var startedAt = time.GetTimestamp();
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            await Record(new WebhookDelivery(
                messageId, at, Duration.FromTimeSpan(time.GetElapsedTime(startedAt)), (int)response.StatusCode,
                response.IsSuccessStatusCode ? null : $"status {(int)response.StatusCode}", json));
            ThrowUnlessAccepted(response, at);
        }
        catch (BrokenCircuitException broken)
        {
            throw new ThrottledException(at + Duration.FromTimeSpan(broken.RetryAfter ?? WebhookResilience.BreakDuration));
        }
        catch (Exception failure) when (failure is not HttpRequestException { StatusCode: not null } and not ThrottledException && !cancellation.IsCancellationRequested)
        {
            await Record(new WebhookDelivery(
                messageId, at, Duration.FromTimeSpan(time.GetElapsedTime(startedAt)), null, $"no answer ({failure.GetType().Name})", json));
            throw;
        }
    }

    void ThrowUnlessAccepted(HttpResponseMessage response, Instant at)
    {
        if (RetryAfterHeader.GetPause(response, time) is { } pause)
        {
            throw new ThrottledException(at + Duration.Min(Duration.FromTimeSpan(pause), MaxPause));
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The website answered {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }

    /// <summary>A failure to store an attempt must not repeat a webhook that the website accepted.</summary>
    async Task Record(WebhookDelivery delivery)
    {
        if (deliveries is null)
        {
            return;
        }

        try
        {
            await deliveries.Add(delivery, CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogRecordFailed(delivery.MessageId, failure.GetType().Name);
        }
    }

    HttpRequestMessage CreateRequest(string messageId, string json)
    {
        var current = options.CurrentValue;
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, current.Target)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(StandardWebhooks.IdHeader, messageId);
        request.Headers.Add(StandardWebhooks.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(WebhookSecrets.ParseKeys(current.Secret), messageId, seconds, json));
        return request;
    }

    [LoggerMessage(LogLevel.Warning, "Storing the delivery of webhook {MessageId} failed ({Failure}); the settings page does not show it.")]
    partial void LogRecordFailed(string messageId, string failure);

    sealed record ParsedEvents(string? Setting, ImmutableHashSet<WebhookEvent> Events);
}
