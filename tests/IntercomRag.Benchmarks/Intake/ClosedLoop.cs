using IntercomRag.Benchmarks.Webhook;

namespace IntercomRag.Benchmarks.Intake;

/// <summary>Connections that each send the next request as soon as their last one is answered: what comes out is the most that the server takes.</summary>
internal sealed class ClosedLoop(Uri server, IReadOnlyList<byte[]> requests)
{
    /// <summary>More do not raise the rate of either endpoint here, and lengthen the latencies.</summary>
    public const int Connections = 32;

    private int _next = -1;

    /// <summary>Sends requests that were not sent before until the time is over or none is left.</summary>
    public async Task<IntakeResult> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAllAsync(start, duration, cancellationToken))));
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        var all = answers.SelectMany(one => one).ToList();
        return new IntakeResult(all.Count / elapsed.TotalSeconds, Latencies.Of(all), elapsed < duration);
    }

    private async Task<List<(TimeSpan Latency, bool Ok)>> SendAllAsync(long start, TimeSpan duration, CancellationToken cancellationToken)
    {
        var answers = new List<(TimeSpan, bool)>();
        using var connection = new RawConnection();
        await connection.OpenAsync(server, cancellationToken);
        while (TimeProvider.System.GetElapsedTime(start) < duration)
        {
            var index = Interlocked.Increment(ref _next);
            if (index >= requests.Count)
            {
                break;
            }

            var sent = TimeProvider.System.GetTimestamp();
            var status = await connection.SendAsync(requests[index], cancellationToken);
            answers.Add((TimeProvider.System.GetElapsedTime(sent), status == 200));
        }

        return answers;
    }
}
