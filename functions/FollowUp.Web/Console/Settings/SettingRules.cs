using System.Net;
using System.Text.RegularExpressions;
using FluentValidation;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>Rules for addresses, host names and domains of the settings. A missing value passes.</summary>
static partial class SettingRules
{
    public const int MaxLineLength = 200;
    public const int MaxLongLineLength = 500;

    const int MaxAddressLength = 1_000;

    static readonly LocalizedText MustBeBaseAddress = new(
        "est l’adresse du site sans chemin, en https, comme https://suivi.exemple.fr", "is the address of the site without a path, with https, as https://followup.example.com");

    static readonly LocalizedText MustBeWebhookAddress = new(
        "est une adresse https avec un nom d’hôte, sans mot de passe ni fragment, comme https://www.exemple.fr/suivi",
        "is an https address with a host name, without password or fragment, as https://www.example.com/followup");

    static readonly LocalizedText MustBeHost = new("est un nom de machine, comme smtp.exemple.fr", "is the name of a machine, as smtp.example.com");
    static readonly LocalizedText MustBeDomain = new("est un domaine, comme reponse.exemple.fr", "is a domain, as reply.example.com");

    public static IRuleBuilderOptions<T, string?> BaseAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.AtMost(MaxAddressLength).Must(text => text is null || ParseBaseAddress(text) is not null).WithText(MustBeBaseAddress);

    /// <summary>https, or http on this machine; no path, query or user.</summary>
    /// <returns>Null for a missing or any other text.</returns>
    public static Uri? ParseBaseAddress(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? address
            : null;

    /// <summary>What <c>WebhookOptions</c> accepts. A website on the same machine is set by the environment only.</summary>
    public static IRuleBuilderOptions<T, string?> WebhookAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.AtMost(MaxAddressLength).Must(text => text is null || IsWebhookAddress(text)).WithText(MustBeWebhookAddress);

    public static IRuleBuilderOptions<T, string?> HostName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || HostPattern().IsMatch(text.Trim())).WithText(MustBeHost);

    public static IRuleBuilderOptions<T, string?> DomainName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || (HostPattern().IsMatch(text.Trim()) && text.Contains('.', StringComparison.Ordinal))).WithText(MustBeDomain);

    static bool IsWebhookAddress(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
        && address.Fragment.Length == 0 && !IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out _) && !address.IsLoopback;

    [GeneratedRegex(@"^(?=.{1,253}\z)[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostPattern();
}
