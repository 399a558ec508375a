using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntercomRag.Testing;

/// <summary>Passes connections on to a server, and can let them go silent without closing them, as a network does.</summary>
public sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly string _host;
    private readonly int _port;
    private readonly Task _accepting;
    private CancellationTokenSource _open = new();

    /// <param name="target">The server as <c>host:port</c>.</param>
    public TcpRelay(string target)
    {
        (_host, _port) = target.Split(':') is [var host, var port] ? (host, int.Parse(port, CultureInfo.InvariantCulture)) : throw new FormatException(target);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Nothing passes through the connections that are open now any more. New ones work.</summary>
    public void Silence() => Interlocked.Exchange(ref _open, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopped.Dispose();
        _open.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
            {
                passing.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stopped.Token), _open.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(TcpClient client, CancellationToken silenced)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_host, _port, _stopped.Token);
                await Task.WhenAny(
                    CopyAsync(client.GetStream(), server.GetStream(), silenced), CopyAsync(server.GetStream(), client.GetStream(), silenced));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The server is away, and so is this connection.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationToken silenced)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stopped.Token) is > 0 and var read)
            {
                if (!silenced.IsCancellationRequested)
                {
                    await to.WriteAsync(buffer.AsMemory(0, read), _stopped.Token);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // One side is gone; the other is closed with it.
        }
    }
}
