using Azure;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using NodaTime;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FollowUp.Functions.AzureServices;

/// <summary>
/// The one owner of quick retries (the SDK's own are off): a try that timed out or met a fault of the service is made again, and takes its
/// own share of the budget. What that does not bring about is left to the outbox.
/// </summary>
public sealed class RetryingMailSender(IMailSender courier, TimeSpan timeout, TimeProvider time) : IMailSender
{
    readonly ResiliencePipeline tries = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder()
                .Handle<TimeoutRejectedException>()
                .Handle<RequestFailedException>(failed => failed.Status is 0 or 408 or >= 500),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddTimeout(timeout)
        .Build();

    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
        await tries.ExecuteAsync(
            async token => await courier.Send(mail, Instant.FromDateTimeOffset(time.GetUtcNow()), token), cancellation);
}
