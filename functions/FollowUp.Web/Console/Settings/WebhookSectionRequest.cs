using System.Security.Cryptography;
using FluentValidation;
using FollowUp.Application.Delivery;
using FollowUp.Application.Settings;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>The target of webhooks, their secret and which events are sent.</summary>
sealed record WebhookSectionRequest : ISettingsSection
{
    const int SecretBytes = 32;

    public string? WebhookTarget { get; init; }

    /// <summary>A new secret, or two during a rotation; missing: the stored one stays, and a first one is made.</summary>
    public string? WebhookSecret { get; init; }

    public WebhookEvent[]? WebhookEvents { get; init; }

    public DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed) => before with
    {
        Webhook = new WebhookSettings
        {
            Target = isFixed(SettingKeys.WebhookTarget) ? before.Webhook.Target : WebhookTarget is null ? null : new Uri(WebhookTarget.Trim()),
            Secret = isFixed(SettingKeys.WebhookTarget) || isFixed(SettingKeys.WebhookSecret) ? before.Webhook.Secret
                : WebhookSecret is not null ? secrets.Protect(WebhookSecret.Trim())
                : before.Webhook.Secret is { } kept && secrets.Unprotect(kept) is not null ? kept
                : WebhookTarget is null ? null
                : secrets.Protect(CreateSecret()),
            Events = isFixed(SettingKeys.WebhookEvents) ? before.Webhook.Events : [.. (WebhookEvents ?? []).Intersect(WebhookText.Choices).Order()],
        },
    };

    static string CreateSecret() => WebhookSecrets.Format(RandomNumberGenerator.GetBytes(SecretBytes));
}

sealed class WebhookSectionValidator : RequestValidator<WebhookSectionRequest>
{
    static readonly LocalizedText MustBeSecret = new(
        "s’écrit « whsec_ » suivi d’au moins 24 octets en base64", "is “whsec_” and the base64 of at least 24 bytes");

    public WebhookSectionValidator()
    {
        RuleFor(r => r.WebhookTarget).WebhookAddress();
        RuleFor(r => r.WebhookSecret).SingleLine(500).Must(secret => secret is null || WebhookSecrets.ParseKeys(secret).Length > 0).WithText(MustBeSecret);
    }
}
