using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntercomRag.Benchmarks.Intake;

/// <summary>
/// One keep-alive connection that sends prepared bytes and waits for the answer before it sends the next. An HttpClient costs more per request
/// than the endpoints that are measured, on the same cores.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];

    public async Task OpenAsync(Uri server, CancellationToken cancellationToken) =>
        await _socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);

    /// <returns>The status.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        while (request.Length > 0)
        {
            request = request[await _socket.SendAsync(request, cancellationToken)..];
        }

        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0 || length == _buffer.Length)
            {
                throw new InvalidOperationException($"No whole answer: {Encoding.ASCII.GetString(_buffer, 0, length)}");
            }

            if (IsWhole(_buffer.AsSpan(0, length)))
            {
                // "HTTP/1.1 200 OK"
                return int.Parse(_buffer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    // Either "Content-Length: 19" and 19 bytes after the empty line, or chunks of which the last is empty: "0\r\n\r\n".
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..(end + 2)];
        var body = answer[(end + 4)..];
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0)
        {
            return body.EndsWith("0\r\n\r\n"u8);
        }

        var value = head[(at + "\r\nContent-Length: ".Length)..];
        return body.Length == int.Parse(value[..value.IndexOf((byte)'\r')], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
