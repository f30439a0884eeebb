using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Domain.Outbox;

namespace FollowUp.Delivery.Webhooks;

/// <summary>The website that webhooks go to: the settings under <c>Webhook</c> (in the environment <c>Webhook__Target</c> and so on).</summary>
public sealed record WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>Null when no website receives webhooks.</summary>
    public Uri? Target { get; init; }

    /// <summary>
    /// The signing secret: <c>whsec_</c> and base64, as Standard Webhooks defines it. During a rotation, several secrets separated by a space
    /// or a comma; each message then carries a signature by each.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>The host names that webhooks may go to, separated by commas. The host of the target must be among them.</summary>
    public string? AllowedHosts { get; init; }

    /// <summary>What is sent besides changes of the phase and closings: names of <see cref="WebhookEvent"/>, separated by commas.</summary>
    public string? Events { get; init; }

    /// <summary>The events of a setting; names that are none are left out, and the start of a host refuses them.</summary>
    internal static ImmutableHashSet<WebhookEvent> ParseEvents(string? setting) =>
        [.. WebhookSecrets.SplitList(setting).Select(name => Enum.TryParse<WebhookEvent>(name, ignoreCase: true, out var parsed) ? parsed : (WebhookEvent?)null).OfType<WebhookEvent>()];

    /// <summary>Allows http and private addresses, for a website on the same machine or network. Off in production.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The longest time of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
