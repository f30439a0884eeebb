using System.Globalization;
using FollowUp.Application.Delivery;
using FollowUp.Application.Settings;

namespace FollowUp.Web.Shared.Settings;

/// <summary>
/// The values that the stored settings add to the configuration. Mail server and webhook target are taken whole or not at all, so that a stored
/// password never reaches a server, nor a stored secret an address, that the environment names.
/// </summary>
static class StoredConfiguration
{
    /// <param name="settings">The stored settings.</param>
    /// <param name="secrets">Decrypts the secrets.</param>
    /// <param name="configured">The value of another source of the configuration; null or empty when there is none.</param>
    public static Dictionary<string, string?> Build(DepartmentSettings settings, ISecretProtector secrets, Func<string, string?> configured)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Add(SettingKeys.PublicBase, settings.PublicAddress?.AbsoluteUri);
        Add(SettingKeys.DepartmentName, settings.Name);
        Add(SettingKeys.DepartmentPhone, settings.Phone);
        Add(SettingKeys.ReplyAddress, settings.ReplyAddress);
        Add(SettingKeys.FromAddress, settings.Mail.FromAddress);
        Add(SettingKeys.ReplyDomain, settings.Mail.ReplyDomain);
        Add(SettingKeys.AuthenticatedBy, settings.Mail.AuthenticatedBy);
        if (settings.Smtp.Host is { Length: > 0 } && !IsConfigured(SettingKeys.SmtpHost))
        {
            Add(SettingKeys.SmtpHost, settings.Smtp.Host);
            Add(SettingKeys.SmtpPort, settings.Smtp.Port?.ToString(CultureInfo.InvariantCulture));
            Add(SettingKeys.SmtpSecurity, settings.Smtp.Security);
            Add(SettingKeys.SmtpUser, settings.Smtp.User);
            Add(SettingKeys.SmtpPassword, Decrypt(settings.Smtp.Password));
        }

        Add(SettingKeys.WebhookEvents, settings.Webhook.Events.IsDefaultOrEmpty ? null : string.Join(',', settings.Webhook.Events));
        AddWebhookTarget();
        return values;

        void AddWebhookTarget()
        {
            if (settings.Webhook.Target is not { } target || IsConfigured(SettingKeys.WebhookTarget))
            {
                return;
            }

            // A target that cannot be used is left out: the settings page says why, and the host starts.
            var secret = configured(SettingKeys.WebhookSecret) is { Length: > 0 } set ? set : Decrypt(settings.Webhook.Secret);
            var allowed = configured(SettingKeys.WebhookAllowedHosts) is { Length: > 0 } hosts ? hosts : target.IdnHost;
            if (WebhookSecrets.ParseKeys(secret).Length == 0 || !WebhookSecrets.SplitList(allowed).Contains(target.IdnHost, StringComparer.OrdinalIgnoreCase))
            {
                return;
            }

            Add(SettingKeys.WebhookTarget, target.AbsoluteUri);
            Add(SettingKeys.WebhookAllowedHosts, allowed);
            Add(SettingKeys.WebhookSecret, secret);
        }

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value) && !IsConfigured(key))
            {
                values[key] = value;
            }
        }

        bool IsConfigured(string key) => !string.IsNullOrEmpty(configured(key));

        string? Decrypt(EncryptedText? secret) => secret is null ? null : secrets.Unprotect(secret);
    }
}
