using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;

namespace FollowUp.Web.Console.Settings;

/// <summary>The settings page.</summary>
public sealed record SettingsPageViewModel
{
    public required ConsoleVisit Visit { get; init; }

    /// <summary>The stored settings.</summary>
    public required StoredSettings Stored { get; init; }

    /// <summary>The settings in effect: the stored ones, what the environment sets, and the defaults.</summary>
    public required MailOptions Mail { get; init; }

    public required PagesOptions Pages { get; init; }

    /// <summary>The value that the environment sets for a key; null when it sets none.</summary>
    public required Func<string, string?> FindConfigured { get; init; }

    /// <summary>Whether this host can send over a mail server that the settings name.</summary>
    public required bool HasSmtp { get; init; }

    /// <summary>What is missing or does not work.</summary>
    public required ImmutableArray<SettingsProblem> Problems { get; init; }

    public required ImmutableArray<WebhookDelivery> Deliveries { get; init; }

    /// <summary>Null while there is none.</summary>
    public required AccessKeyRow? WebsiteKey { get; init; }

    public required AccessKeyRow? InboundMailKey { get; init; }

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>What the last form did; null without one.</summary>
    public LocalizedText? Done { get; init; }

    /// <summary>A secret that is shown this once; null without one.</summary>
    public string? NewSecret { get; init; }

    public DepartmentSettings Settings => Stored.Settings;

    public bool IsFixed(string key) => FindConfigured(key) is not null;
}
