using System.Net;
using System.Net.Sockets;
using IntercomRag.AppHost.LocalHosting.Running;

namespace IntercomRag.AppHost.LocalHosting.Network;

/// <summary>One port for several replicas: each connection goes to the next of them, byte by byte, so that streams stay streams.</summary>
internal sealed class PortForwarder(int port, IReadOnlyList<int> targets, Action<string> say)
{
    private int _next = -1;

    /// <summary>Listens where Kestrel does for "localhost": on this machine alone, for IPv4 and, where there is one, IPv6.</summary>
    /// <exception cref="LocalHostException">The port was taken meanwhile.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var ipv4 = Listen(IPAddress.Loopback) ?? throw new LocalHostException($"Port {port} was taken while the services started. Try again.");
        await Task.WhenAll(new[] { ipv4, Listen(IPAddress.IPv6Loopback) }.OfType<TcpListener>().Select(listener => AcceptAsync(listener, cancellationToken)));
    }

    private TcpListener? Listen(IPAddress address)
    {
        var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        using (listener)
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(cancellationToken);
                _ = ForwardAsync(client, cancellationToken);
            }
        }
    }

    private async Task ForwardAsync(TcpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using (client)
            using (var target = await ConnectAsync(cancellationToken))
            {
                await Task.WhenAll(CopyAsync(client, target, cancellationToken), CopyAsync(target, client, cancellationToken));
            }
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // One side went away, which is how connections end; but all replicas refusing is worth a word.
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                say($"Port {port}: no replica takes connections.");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This host stops.
        }
    }

    private async Task<TcpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var target = new TcpClient();
            try
            {
                var index = (int)((uint)Interlocked.Increment(ref _next) % targets.Count);
                await target.ConnectAsync(IPAddress.Loopback, targets[index], cancellationToken);
                return target;
            }
            catch (SocketException) when (tried < targets.Count)
            {
                target.Dispose();
            }
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to, CancellationToken cancellationToken)
    {
        await from.GetStream().CopyToAsync(to.GetStream(), cancellationToken);

        // The end of the request is not the end of the answer.
        to.Client.Shutdown(SocketShutdown.Send);
    }
}
