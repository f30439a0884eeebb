using System.Collections.Frozen;

namespace FollowUp.Web.Console.Settings;

/// <summary>The forms of the settings page, by the value of their hidden field <c>do</c>.</summary>
static class SettingsForms
{
    public const string Department = "department";
    public const string ClosingDays = "closing-days";
    public const string Mail = "mail";
    public const string Webhook = "webhook";
    public const string Feed = "feed";
    public const string Legal = "legal";
    public const string TestMail = "test-mail";
    public const string TestWebhook = "test-webhook";
    public const string ResendWebhook = "resend-webhook";
    public const string RotateKey = "rotate-key";

    /// <summary>The requests of the forms that change settings.</summary>
    public static readonly FrozenDictionary<string, Type> Sections = new Dictionary<string, Type>
    {
        [Department] = typeof(DepartmentSectionRequest),
        [ClosingDays] = typeof(ClosingDaysSectionRequest),
        [Mail] = typeof(MailSectionRequest),
        [Webhook] = typeof(WebhookSectionRequest),
        [Feed] = typeof(FeedSectionRequest),
        [Legal] = typeof(LegalSectionRequest),
    }.ToFrozenDictionary();
}
