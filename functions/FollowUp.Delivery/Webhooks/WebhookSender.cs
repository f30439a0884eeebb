using System.Globalization;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using Microsoft.Extensions.Options;
using NodaTime;
using Polly.CircuitBreaker;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// Posts webhooks to the website, signed per Standard Webhooks. Every attempt for one message has the same id, so the website can recognise
/// a repeat. When the quick retries fail, the outbox retries later.
/// </summary>
public sealed class WebhookSender(IHttpClientFactory clients, IOptionsMonitor<WebhookOptions> options, TimeProvider time) : IWebhookSender
{
    internal const string HttpClientName = "webhook";

    static readonly Duration MaxPause = Duration.FromHours(1);

    public bool IsConfigured => options.CurrentValue.Target is not null;

    /// <exception cref="ThrottledException">The website asks for a pause, or the circuit breaker is open.</exception>
    /// <exception cref="HttpRequestException">The website cannot be reached, or answers with a status other than 2xx.</exception>
    public async Task Send(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var request = CreateRequest(messageId, json);
        using var response = await SendRequest(client, request, at, cancellation);
        if (RetryAfterHeader.GetPause(response, time) is { } pause)
        {
            throw new ThrottledException(at + Duration.Min(Duration.FromTimeSpan(pause), MaxPause));
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The website answered {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }

    static async Task<HttpResponseMessage> SendRequest(HttpClient client, HttpRequestMessage request, Instant at, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (BrokenCircuitException broken)
        {
            throw new ThrottledException(at + Duration.FromTimeSpan(broken.RetryAfter ?? WebhookResilience.BreakDuration));
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
}
