using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>
/// Counts up a key of its own in the Redis server and remembers the last number that was acknowledged. A number that comes back lower after a
/// kill tells how many acknowledged writes the kill has lost.
/// </summary>
/// <param name="commits">Garnet's way: a write is acknowledged when COMMITAOF is answered, as the services do it.</param>
internal sealed class Witness(int port, string key, bool commits)
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private static readonly byte[] s_commit = Encoding.ASCII.GetBytes("*1\r\n$9\r\nCOMMITAOF\r\n");

    private readonly byte[] _question = Encoding.ASCII.GetBytes($"*2\r\n$4\r\nINCR\r\n${key.Length}\r\n{key}\r\n");
    private long _acknowledged;

    public long Writes { get; private set; }

    public long Lost { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await CountAsync(cancellationToken);
            }
            catch (Exception gone) when (gone is SocketException or IOException or OperationCanceledException)
            {
                // The server was killed, or starts, or this run ends.
                await Task.Delay(s_pause, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(s_patience);
            await client.GetStream().WriteAsync(_question, patience.Token);

            // ":42", or "-LOADING Redis is loading the dataset in memory" while it starts.
            if (await reader.ReadLineAsync(patience.Token) is not [':', .. var number] || !long.TryParse(number, out var counted))
            {
                return;
            }

            // What was lost shows when the number comes, whether this write is acknowledged or not.
            Lost += Math.Max(0, _acknowledged + 1 - counted);
            _acknowledged = Math.Min(_acknowledged, counted);
            if (commits)
            {
                await client.GetStream().WriteAsync(s_commit, patience.Token);

                // "+AOF file committed"
                if (await reader.ReadLineAsync(patience.Token) is not ['+', ..])
                {
                    return;
                }
            }

            (_acknowledged, Writes) = (counted, Writes + 1);
            await Task.Delay(s_pace, TimeProvider.System, cancellationToken);
        }
    }
}
