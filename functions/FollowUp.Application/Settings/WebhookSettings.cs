using System.Collections.Immutable;
using FollowUp.Domain.Outbox;

namespace FollowUp.Application.Settings;

/// <summary>The website that webhooks go to.</summary>
public sealed record WebhookSettings
{
    /// <summary>Its address; null when no website receives webhooks.</summary>
    public Uri? Target { get; init; }

    /// <summary>The signing secret, as Standard Webhooks writes it (<c>whsec_</c> and base64).</summary>
    public EncryptedText? Secret { get; init; }

    /// <summary>What is sent besides changes of the phase and closings; default: nothing.</summary>
    public ImmutableArray<WebhookEvent> Events { get; init; }
}
