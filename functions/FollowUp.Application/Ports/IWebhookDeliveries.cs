using System.Collections.Immutable;

namespace FollowUp.Application.Ports;

/// <summary>The newest attempts to send webhooks, for the settings page. Older ones are removed by later writes.</summary>
/// <remarks>
/// Thread-safe. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through; a failed write may have taken
/// place.
/// </remarks>
public interface IWebhookDeliveries
{
    /// <summary>How many attempts can be read.</summary>
    const int Count = 50;

    /// <summary>Adds an attempt. A repeat may add a second row.</summary>
    ValueTask Add(WebhookDelivery delivery, CancellationToken cancellation = default);

    /// <summary>The newest attempts, newest first, <see cref="Count"/> at most.</summary>
    ValueTask<ImmutableArray<WebhookDelivery>> Read(CancellationToken cancellation = default);
}
