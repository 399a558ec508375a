using System.Net;
using System.Net.Sockets;

namespace IntercomRag.Testing;

/// <summary>Ports of the loopback address for servers that have to be told theirs; free a moment ago.</summary>
public static class LocalPorts
{
    public static int Free() => Free(1)[0];

    // Held together until all are known, so that no port comes twice.
    public static int[] Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    /// <summary>An HTTP address on a free port.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{Free()}");
}
