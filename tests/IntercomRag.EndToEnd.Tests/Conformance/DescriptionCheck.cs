using System.Collections.Concurrent;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>
/// Stands between a client and <see cref="PrismProxy"/>: notes how each call differs from the description, and takes the note off the answer.
/// </summary>
internal sealed class DescriptionCheck : IAsyncDisposable
{
    private readonly ConcurrentQueue<Exchange> _exchanges = [];
    private readonly HttpRelay _relay;

    public DescriptionCheck(Uri prism) => _relay = new HttpRelay(Note, prism);

    /// <summary>What the client is told to be Intercom's address.</summary>
    public Uri Address => _relay.Address;

    /// <summary>What has been called, each once.</summary>
    public IEnumerable<string> Operations => _exchanges.Select(exchange => exchange.Operation).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What differs and is no false alarm, each once: operation and status, place, rule, and what was there instead.</summary>
    public IReadOnlyList<string> Differences =>
    [
        .. _exchanges
            .SelectMany(exchange => exchange.Violations
                .Where(violation => !FalseAlarms.Cover(exchange, violation))
                .Select(violation => $"{exchange.Operation} ({exchange.Status}): {violation.Location} {violation.Rule}: {violation.Found}"))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Waits for a call that was answered with this status.</summary>
    public Task WaitForAsync(string operation, int status, CancellationToken cancellationToken) =>
        Eventually.HoldsAsync(
            () => _exchanges.Any(exchange => exchange.Operation == operation && exchange.Status == status),
            cancellationToken: cancellationToken,
            description: $"{operation} is answered with {status}");

    /// <summary>Writes how often what was called, and all differences.</summary>
    public void WriteTo(ITestOutputHelper output)
    {
        output.WriteLine($"{_exchanges.Count} calls compared with the description:");
        foreach (var calls in _exchanges.GroupBy(exchange => $"{exchange.Operation} {exchange.Status}").OrderBy(calls => calls.Key, StringComparer.Ordinal))
        {
            var violations = calls.Sum(call => call.Violations.Count);
            var differences = calls.Sum(call => call.Violations.Count(violation => !FalseAlarms.Cover(call, violation)));
            output.WriteLine($"{calls.Count(),5} {calls.Key}: {differences} differences, {violations - differences} false alarms");
        }

        output.WriteLine(string.Join('\n', Differences));
    }

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private RelayedAnswer Note(RelayedAnswer answer)
    {
        _exchanges.Enqueue(Exchange.Of(answer));
        return answer with { Headers = [.. answer.Headers.Where(header => !ViolationReader.IsReport(header))] };
    }
}
