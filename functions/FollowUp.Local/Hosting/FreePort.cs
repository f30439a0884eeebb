using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Local.Hosting;

/// <summary>Port 0 stands for any port that is free. It is picked before anything is made, for links in mails name it.</summary>
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
