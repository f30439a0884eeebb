using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Posts webhooks to the website.</summary>
public interface IWebhookSender
{
    /// <summary>A target address is configured. Without one, webhooks are dropped.</summary>
    bool IsConfigured { get; }

    /// <summary>What is sent besides changes of the phase and closings.</summary>
    ImmutableHashSet<WebhookEvent> Events => [];

    /// <summary>Posts one webhook. Returns once the website has answered with a 2xx status.</summary>
    /// <param name="messageId">The <c>webhook-id</c>; the same for every retry.</param>
    /// <param name="json">The body.</param>
    /// <param name="at">The <c>webhook-timestamp</c>.</param>
    /// <param name="cancellation">Cancels the attempt; the website may have received the webhook.</param>
    /// <exception cref="ThrottledException">The website asked for a pause, or failed so often that it gets one.</exception>
    /// <exception cref="DeliveryRejectedException">The website answered with another status; the webhook is tried again later.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <remarks>Thread-safe. Any other exception leaves open whether the webhook was received; it is tried again later.</remarks>
    Task Send(string messageId, string json, Instant at, CancellationToken cancellation);
}
