using System.Net;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace FollowUp.Web.Webhooks;

/// <param name="RetryAt">The website asked to be left alone until then.</param>
readonly record struct WebhookResponse(HttpStatusCode Status, Instant? RetryAt);

/// <summary>Three quick tries, each with an end; and a website that mostly fails is left alone for half a minute.</summary>
static class WebhookResilience
{
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<WebhookResponse> Build(TimeSpan timeout, TimeProvider time)
    {
        var passing = new PredicateBuilder<WebhookResponse>()
            .HandleResult(reply => reply is
            { RetryAt: null, Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout })
            .Handle<HttpRequestException>()
            .Handle<TimeoutRejectedException>();
        return new ResiliencePipelineBuilder<WebhookResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<WebhookResponse>
            {
                ShouldHandle = passing,
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WebhookResponse>
            {
                ShouldHandle = passing,
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = BreakDuration,
            })
            .AddTimeout(timeout)
            .Build();
    }
}
