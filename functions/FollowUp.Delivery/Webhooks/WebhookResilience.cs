using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// Up to three attempts within some seconds, each with a timeout, and a circuit breaker: when half of ten or more attempts of a minute fail,
/// no attempt is made for thirty seconds.
/// </summary>
static class WebhookResilience
{
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeSpan timeout, TimeProvider time)
    {
        var transient = new PredicateBuilder<HttpResponseMessage>()
            .HandleResult(response => IsTransient(response, time))
            .Handle<HttpRequestException>()
            .Handle<TimeoutRejectedException>();
        pipeline.TimeProvider = time;
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                ShouldHandle = transient,
                ShouldRetryAfterHeader = false,
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                ShouldHandle = transient,
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = BreakDuration,
            })
            .AddTimeout(timeout);
    }

    /// <summary>A website that names the time of the next attempt gets it then, from the outbox.</summary>
    static bool IsTransient(HttpResponseMessage response, TimeProvider time) =>
        response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout
        && RetryAfterHeader.GetPause(response, time) is null;
}
