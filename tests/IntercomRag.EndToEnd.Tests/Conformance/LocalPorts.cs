using System.Net;
using System.Net.Sockets;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Ports of the loopback address for servers that have to be told theirs.</summary>
internal static class LocalPorts
{
    /// <summary>An address on a port that was free a moment ago.</summary>
    public static Uri NextAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
