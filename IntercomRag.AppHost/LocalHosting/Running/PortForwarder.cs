using System.Net;
using System.Net.Sockets;

namespace IntercomRag.AppHost.LocalHosting;

/// <summary>One port for several replicas: each connection goes to the next of them, byte by byte, so that streams stay streams.</summary>
internal sealed class PortForwarder(int port, IReadOnlyList<int> targets, Action<string> say)
{
    private int _next = -1;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var listener = TcpListener.Create(port);
        listener.Server.DualMode = true;
        listener.Start();
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync(cancellationToken);
            _ = ForwardAsync(client, cancellationToken);
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
