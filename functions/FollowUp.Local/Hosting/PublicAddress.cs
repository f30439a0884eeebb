using FollowUp.Local.CommandLine;

namespace FollowUp.Local.Hosting;

/// <summary>
/// The base address of links in mails: the setting <c>PublicBase</c>, or the first address that this host listens at. It never comes from a
/// request, whose sender can name any host.
/// </summary>
static class PublicAddress
{
    const string Setting = "PublicBase";

    /// <exception cref="BadArgumentException">The setting is not an http or https address.</exception>
    public static Uri ReadPublicBase(IConfiguration configuration, string urls) =>
        FindSetting(configuration) ?? GetBrowsableAddress(urls.Split(';')[0]);

    /// <summary>The address of the setting; null when it is not set.</summary>
    /// <exception cref="BadArgumentException">The setting is not an http or https address.</exception>
    public static Uri? FindSetting(IConfiguration configuration) =>
        configuration[Setting] is not { Length: > 0 } named ? null
            : Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new BadArgumentException($"{Setting} is '{named}': expected an address such as https://suivi.example.");

    /// <summary>Whether, by the settings, only users of this machine can reach the host.</summary>
    public static bool IsLoopbackOnly(Uri publicBase, string urls) => publicBase.IsLoopback && urls.Split(';').All(
        url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>An address that a browser on this machine can open.</summary>
    public static Uri GetBrowsableAddress(string listeningUrl)
    {
        var address = BindingAddress.Parse(listeningUrl);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}/");
    }
}
