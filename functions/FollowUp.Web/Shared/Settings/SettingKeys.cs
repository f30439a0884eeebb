namespace FollowUp.Web.Shared.Settings;

/// <summary>The keys of the configuration that the department's settings supply, such as <c>Smtp:Host</c> (in the environment <c>Smtp__Host</c>).</summary>
static class SettingKeys
{
    public const string PublicBase = "PublicBase";
    public const string DepartmentName = "Mail:DepartmentName";
    public const string DepartmentPhone = "Mail:DepartmentPhone";
    public const string ReplyAddress = "Mail:ReplyAddress";
    public const string FromAddress = "Mail:FromAddress";
    public const string ReplyDomain = "Mail:ReplyDomain";
    public const string MailService = "Mail:Endpoint";
    public const string AuthenticatedBy = "InboundMail:AuthenticatedBy";
    public const string InboundMailKey = "InboundMail:Key";
    public const string SmtpHost = "Smtp:Host";
    public const string SmtpPort = "Smtp:Port";
    public const string SmtpSecurity = "Smtp:Security";
    public const string SmtpUser = "Smtp:User";
    public const string SmtpPassword = "Smtp:Password";
    public const string WebhookTarget = "Webhook:Target";
    public const string WebhookAllowedHosts = "Webhook:AllowedHosts";
    public const string WebhookSecret = "Webhook:Secret";
    public const string WebhookEvents = "Webhook:Events";
    public const string WebsiteKey = "WebsiteKey";

    /// <summary>The name of a key as an environment variable.</summary>
    public static string FormatVariable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
