using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;

namespace FollowUp.Web.Webhooks;

/// <summary>
/// Tells the website, signed per Standard Webhooks, the same id at every retry. What a few quick tries do not bring about is left to the
/// outbox, which tries again later; a website that keeps failing is left alone meanwhile.
/// </summary>
public sealed class WebhookSender : IWebhookSender, IDisposable
{
    static readonly Duration MaxRetryDelay = Duration.FromHours(1);

    readonly WebhookOptions options;
    readonly byte[][] keys;
    readonly HttpClient? client;
    readonly ResiliencePipeline<WebhookResponse> resilience;
    readonly TimeProvider time;

    /// <exception cref="InvalidOperationException">The settings are not usable; the message names the one to change.</exception>
    public WebhookSender(WebhookOptions options, TimeProvider time)
    {
        this.options = options.FindFault() is { } fault ? throw new InvalidOperationException(fault) : options;
        this.time = time;
        keys = StandardWebhooks.ParseKeys(options.Secret);
        client = options.Target is null ? null : new HttpClient(CreateHandler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        resilience = WebhookResilience.Build(options.Timeout, time);
    }

    public bool IsConfigured => client is not null;

    public async Task Send(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        WebhookResponse reply;
        try
        {
            reply = await resilience.ExecuteAsync(token => SendOnce(messageId, json, at, token), cancellation);
        }
        catch (BrokenCircuitException broken)
        {
            throw new ThrottledException(at + Duration.FromTimeSpan(broken.RetryAfter ?? WebhookResilience.BreakDuration));
        }

        if (reply.RetryAt is { } until)
        {
            throw new ThrottledException(until);
        }

        if ((int)reply.Status is < 200 or >= 300)
        {
            throw new HttpRequestException($"The website answered {(int)reply.Status}.", null, reply.Status);
        }
    }

    public void Dispose() => client?.Dispose();

    async ValueTask<WebhookResponse> SendOnce(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        using var request = CreateRequest(messageId, json);
        using var response = await client!.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var asksForTime = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        return new WebhookResponse(response.StatusCode, asksForTime ? RetryTime(response.Headers.RetryAfter, at) : null);
    }

    HttpRequestMessage CreateRequest(string messageId, string json)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Target)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(StandardWebhooks.IdHeader, messageId);
        request.Headers.Add(StandardWebhooks.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(keys, messageId, seconds, json));
        return request;
    }

    Instant? RetryTime(RetryConditionHeaderValue? retryAfter, Instant at)
    {
        var pause = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow();
        return pause is { } wanted && wanted > TimeSpan.Zero ? at + Duration.Min(Duration.FromTimeSpan(wanted), MaxRetryDelay) : null;
    }

    /// <summary>No redirect, no cookie, no proxy, no long header; the body of the answer is never read.</summary>
    static SocketsHttpHandler CreateHandler(WebhookOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = options.AllowPrivate ? null : SsrfGuard.Connect,
    };
}
