using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FollowUp.Delivery.Retries;

/// <summary>
/// Makes up to three attempts within some seconds. An attempt that takes longer than the timeout counts as failed. After the last attempt
/// the failure reaches the outbox, which retries later.
/// </summary>
/// <param name="sender">Makes one attempt.</param>
/// <param name="isTransient">Whether an attempt that failed with this exception is worth another one at once.</param>
/// <param name="timeout">The longest time of one attempt.</param>
/// <param name="time">Measures timeouts and the pauses between attempts.</param>
public sealed class RetryingMailSender(IMailSender sender, Func<Exception, bool> isTransient, TimeSpan timeout, TimeProvider time) : IMailSender
{
    readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>().Handle<Exception>(isTransient),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddTimeout(timeout)
        .Build();

    /// <exception cref="TimeoutRejectedException">The last attempt took too long.</exception>
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
        await pipeline.ExecuteAsync(async token => await sender.Send(mail, time.GetCurrentInstant(), token), cancellation);
}
