using System.Diagnostics;
using IntercomRag.Benchmarks.Webhook;

namespace IntercomRag.Benchmarks.Intake;

/// <summary>Connections that each send the next request as soon as their last one is answered: what comes out is the most that the server takes.</summary>
/// <param name="repeats">Whether requests may be sent again when all were sent.</param>
internal sealed class ClosedLoop(Uri server, IReadOnlyList<byte[]> requests, bool repeats = false)
{
    /// <summary>More do not raise the rate of either endpoint here, and lengthen the latencies.</summary>
    public const int Connections = 32;

    private int _next = -1;

    /// <summary>Sends requests that were not sent before until the time is over or none is left.</summary>
    /// <param name="busy">The processes whose processor time is counted.</param>
    public async Task<IntakeResult> RunAsync(TimeSpan duration, CancellationToken cancellationToken, params IReadOnlyList<int> busy)
    {
        var before = busy.Select(ProcessorTime).ToList();
        var start = TimeProvider.System.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAllAsync(start, duration, cancellationToken))));
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        var all = answers.SelectMany(one => one).ToList();
        return new IntakeResult(all.Count / elapsed.TotalSeconds, Latencies.Of(all), elapsed < duration)
        {
            ProcessorTimes = [.. busy.Zip(before, (id, spent) => (ProcessorTime(id) - spent) / all.Count)],
        };
    }

    private static TimeSpan ProcessorTime(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }

    private async Task<List<(TimeSpan Latency, bool Ok)>> SendAllAsync(long start, TimeSpan duration, CancellationToken cancellationToken)
    {
        var answers = new List<(TimeSpan, bool)>();
        using var connection = new RawConnection();
        await connection.OpenAsync(server, cancellationToken);
        while (TimeProvider.System.GetElapsedTime(start) < duration)
        {
            var index = Interlocked.Increment(ref _next);
            if (index >= requests.Count && !repeats)
            {
                break;
            }

            var sent = TimeProvider.System.GetTimestamp();
            var status = await connection.SendAsync(requests[index % requests.Count], cancellationToken);
            answers.Add((TimeProvider.System.GetElapsedTime(sent), status == 200));
        }

        return answers;
    }
}
