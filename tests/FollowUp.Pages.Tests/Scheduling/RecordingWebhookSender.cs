using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A website that is told of providers' news, and may refuse.</summary>
sealed class RecordingWebhookSender : IWebhookSender
{
    public bool IsConfigured => true;

    public ImmutableHashSet<WebhookEvent> Events { get; init; } = [WebhookEvent.ProviderNews];

    /// <summary>Whether a body is refused; null for none.</summary>
    public Func<string, bool>? Refuses { get; set; }

    /// <summary>What the website accepted.</summary>
    public List<(string Id, string Json)> Sent { get; } = [];

    public Task Send(string messageId, string json, Instant at, CancellationToken cancellation)
    {
        if (Refuses?.Invoke(json) == true)
        {
            throw new DeliveryRejectedException("503");
        }

        Sent.Add((messageId, json));
        return Task.CompletedTask;
    }
}
