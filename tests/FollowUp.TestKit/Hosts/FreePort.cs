using System.Net;
using System.Net.Sockets;

namespace FollowUp.TestKit.Hosts;

/// <summary>A TCP port of the loopback interface for a program that cannot choose one itself.</summary>
public static class FreePort
{
    /// <summary>
    /// Returns a port that is free now. Another program may take it before it is used: the system hands out ports in turn, so this is rare.
    /// </summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
