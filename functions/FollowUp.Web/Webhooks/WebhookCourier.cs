using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;

namespace FollowUp.Web;

/// <summary>
/// Tells the website, signed per Standard Webhooks, the same id at every retry. What a few quick tries do not bring about is left to the
/// outbox, which tries again later; a website that keeps failing is left alone meanwhile.
/// </summary>
public sealed class WebhookCourier : IWebhookSender, IDisposable
{
    static readonly Duration LongestRest = Duration.FromHours(1);

    readonly WebhookOptions options;
    readonly byte[][] keys;
    readonly HttpClient? client;
    readonly ResiliencePipeline<WebhookReply> tries;
    readonly TimeProvider time;

    /// <exception cref="InvalidOperationException">The settings are not usable; the message names the one to change.</exception>
    public WebhookCourier(WebhookOptions options, TimeProvider time)
    {
        this.options = options.Fault() is { } fault ? throw new InvalidOperationException(fault) : options;
        this.time = time;
        keys = StandardWebhooks.Keys(options.Secret);
        client = options.Target is null ? null : new HttpClient(Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        tries = WebhookTries.Build(options.Timeout, time);
    }

    public bool IsConfigured => client is not null;

    public async Task Send(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        WebhookReply reply;
        try
        {
            reply = await tries.ExecuteAsync(token => Try(messageId, json, at, token), cancellation);
        }
        catch (BrokenCircuitException broken)
        {
            throw new ThrottledException(at + Duration.FromTimeSpan(broken.RetryAfter ?? WebhookTries.Pause));
        }

        if (reply.RestUntil is { } until)
        {
            throw new ThrottledException(until);
        }

        if ((int)reply.Status is < 200 or >= 300)
        {
            throw new HttpRequestException($"The website answered {(int)reply.Status}.", null, reply.Status);
        }
    }

    public void Dispose() => client?.Dispose();

    async ValueTask<WebhookReply> Try(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        using var request = Request(messageId, json);
        using var response = await client!.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var asksForTime = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        return new WebhookReply(response.StatusCode, asksForTime ? Rest(response.Headers.RetryAfter, at) : null);
    }

    HttpRequestMessage Request(string messageId, string json)
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

    Instant? Rest(RetryConditionHeaderValue? retryAfter, Instant at)
    {
        var pause = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow();
        return pause is { } wanted && wanted > TimeSpan.Zero ? at + Duration.Min(Duration.FromTimeSpan(wanted), LongestRest) : null;
    }

    /// <summary>No redirect, no cookie, no proxy, no long header; the body of the answer is never read.</summary>
    static SocketsHttpHandler Handler(WebhookOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = options.AllowPrivate ? null : PublicNetwork.Connect,
    };
}
