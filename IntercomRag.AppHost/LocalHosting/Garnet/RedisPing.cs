using System.Net.Sockets;
using System.Text;
using IntercomRag.AppHost.LocalHosting.Health;
using IntercomRag.AppHost.LocalHosting.Model;

namespace IntercomRag.AppHost.LocalHosting.Garnet;

/// <summary>Asks a Redis server whether it takes commands, in its protocol: AUTH and PING, answered by +OK and +PONG.</summary>
internal sealed class RedisPing(LocalEndpoint endpoint, string password)
{
    private const string Expected = "+OK\r\n+PONG\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly byte[] _question = Encoding.UTF8.GetBytes(
        $"*2\r\n$4\r\nAUTH\r\n${Encoding.UTF8.GetByteCount(password)}\r\n{password}\r\n*1\r\n$4\r\nPING\r\n");

    public async Task<HealthAnswer> AskAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(endpoint.Host, endpoint.Port, patience.Token);

            var stream = client.GetStream();
            await stream.WriteAsync(_question, patience.Token);

            var answer = new byte[Expected.Length];
            var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, patience.Token);
            var text = Encoding.UTF8.GetString(answer, 0, read);
            return new HealthAnswer(text == Expected, text.ReplaceLineEndings(" "));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new HealthAnswer(false, $"{endpoint.Url} did not answer: {e.Message}");
        }
    }
}
