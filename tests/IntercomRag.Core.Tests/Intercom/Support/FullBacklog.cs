using System.Net;
using System.Net.Sockets;

namespace IntercomRag.Core.Tests.Intercom.Support;

/// <summary>An address where connections are neither accepted nor refused, as behind a firewall that drops packets.</summary>
internal sealed class FullBacklog : IDisposable
{
    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _waiting = [];

    public FullBacklog()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        var address = (IPEndPoint)_listener.LocalEndPoint!;
        Address = new Uri($"http://{address}");

        // The kernel takes one connection more than the backlog; the ones after it wait.
        for (var count = 0; count < 4; count++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _waiting.Add(socket);
            try
            {
                socket.Connect(address);
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // Under way, and stays so.
            }
        }
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _waiting.ForEach(socket => socket.Dispose());
        _listener.Dispose();
    }
}
