using FollowUp.Local.CommandLine;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Local.Hosting;

/// <summary>
/// The address that links in mails begin with: the setting <c>PublicBase</c>, or where this machine listens. Never taken from a request,
/// whose sender could name any host.
/// </summary>
static class PublicAddress
{
    const string Setting = "PublicBase";

    public static Uri Of(IConfiguration configuration, string urls)
    {
        if (configuration[Setting] is { Length: > 0 } named)
        {
            return Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new BadArgumentException($"{Setting} is '{named}': expected an address such as https://suivi.example.");
        }

        return Of(urls.Split(';')[0]);
    }

    /// <summary>Whether nobody but this machine's own users comes here, as far as the settings tell.</summary>
    public static bool IsLoopbackOnly(Uri named, string urls) => named.IsLoopback && urls.Split(';').All(
        url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>An address that a browser on this machine can open.</summary>
    public static Uri Of(string listening)
    {
        var address = BindingAddress.Parse(listening);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}/");
    }
}
