using System.Net;

namespace FollowUp.Web.Webhooks;

/// <summary>Where the website is told what changed; the settings under <c>Webhook</c> (in the environment <c>Webhook__Target</c> and so on).</summary>
public sealed record WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>Null when no website is to be told.</summary>
    public Uri? Target { get; init; }

    /// <summary>
    /// What messages are signed with: <c>whsec_</c> and base64, as Standard Webhooks writes it. Several, apart by a space or a comma, while
    /// one replaces the other: a message then carries a signature by each.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>The hosts that may be told, apart by commas; the target's own is not implied.</summary>
    public string? AllowedHosts { get; init; }

    /// <summary>Allows http and addresses that are not public: a website on the same machine or network. Off in production.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with the settings, naming the one to change; null when nothing is.</summary>
    public string? FindFault()
    {
        if (Target is null)
        {
            return null;
        }

        if (!Target.IsAbsoluteUri || (Target.Scheme != Uri.UriSchemeHttps && !(AllowPrivate && Target.Scheme == Uri.UriSchemeHttp)))
        {
            return "Webhook__Target must be an https address.";
        }

        if (Target.UserInfo.Length > 0)
        {
            return "Webhook__Target must hold no user name or password.";
        }

        if (!SplitList(AllowedHosts).Contains(Target.IdnHost, StringComparer.OrdinalIgnoreCase))
        {
            return "Webhook__AllowedHosts does not name the host of Webhook__Target.";
        }

        if (!AllowPrivate && IPAddress.TryParse(Target.IdnHost.Trim('[', ']'), out _))
        {
            return "Webhook__Target must name a host, not an address.";
        }

        return StandardWebhooks.ParseKeys(Secret) is { Length: > 0 }
            ? null
            : "Webhook__Secret must be whsec_ and the base64 of at least 24 bytes.";
    }

    internal static string[] SplitList(string? list) =>
        list?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
