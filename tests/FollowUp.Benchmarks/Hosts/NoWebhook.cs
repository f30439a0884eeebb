using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Benchmarks.Hosts;

/// <summary>A website that wants no webhooks.</summary>
sealed class NoWebhook : IWebhookSender
{
    public bool IsConfigured => false;

    public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Task.CompletedTask;
}
