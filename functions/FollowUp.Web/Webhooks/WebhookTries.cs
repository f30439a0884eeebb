using System.Net;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace FollowUp.Web;

/// <param name="RestUntil">The website asked to be left alone until then.</param>
readonly record struct WebhookReply(HttpStatusCode Status, Instant? RestUntil);

/// <summary>Three quick tries, each with an end; and a website that mostly fails is left alone for half a minute.</summary>
static class WebhookTries
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<WebhookReply> Build(TimeSpan timeout, TimeProvider time)
    {
        var passing = new PredicateBuilder<WebhookReply>()
            .HandleResult(reply => reply is
                { RestUntil: null, Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout })
            .Handle<HttpRequestException>()
            .Handle<TimeoutRejectedException>();
        return new ResiliencePipelineBuilder<WebhookReply> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<WebhookReply>
            {
                ShouldHandle = passing,
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WebhookReply>
            {
                ShouldHandle = passing,
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = Pause,
            })
            .AddTimeout(timeout)
            .Build();
    }
}
