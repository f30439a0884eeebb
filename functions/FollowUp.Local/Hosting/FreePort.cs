using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FollowUp.Local.Hosting;

/// <summary>
/// Replaces port 0 by a free port. It must be known before Kestrel listens: the demo's data are made before that, and the links in its mails
/// contain the port.
/// </summary>
static class FreePort
{
    public static string InsteadOfZero(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.Port == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{address.Host}:{Pick()}")
            : url;
    }

    static int Pick()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
