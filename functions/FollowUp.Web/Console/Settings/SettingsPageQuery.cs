using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.Settings;

/// <summary>Loads the settings page.</summary>
sealed class SettingsPageQuery(
    IDepartmentSettings store, CurrentSettings settings, SettingsCheck check, AccessKeys keys, IWebhookDeliveries deliveries, IOptionsMonitor<MailOptions> mail,
    IOptionsMonitor<PagesOptions> pages)
{
    public async Task<SettingsPageViewModel> Load(ConsoleVisit visit, CancellationToken cancellation) => new()
    {
        Visit = visit,
        Stored = await store.Read(cancellation),
        Mail = mail.CurrentValue,
        Pages = pages.CurrentValue,
        FindConfigured = settings.FindConfigured,
        HasSmtp = pages.CurrentValue.HasSmtp,
        Problems = await check.Run(SettingsCheck.PagePatience, cancellation),
        Deliveries = await deliveries.Read(cancellation),
        WebsiteKey = await keys.Find(AccessKeyKind.Website, cancellation),
        InboundMailKey = await keys.Find(AccessKeyKind.InboundMail, cancellation),
    };
}
