using System.Collections.Concurrent;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>What a client is given as Intercom's address: notes how each call differs from the description, and takes the note off the answer.</summary>
internal sealed class DescriptionCheck : IAsyncDisposable
{
    private readonly ConcurrentQueue<Exchange> _exchanges = [];
    private readonly HttpRelay _relay;

    public DescriptionCheck(Uri prism) => _relay = new HttpRelay(Note, prism);

    public Uri Address => _relay.Address;

    /// <summary>All calls so far.</summary>
    public IReadOnlyCollection<Exchange> Exchanges => _exchanges;

    /// <summary>What differs and is no false alarm: operation, place and rule, one a line, each once.</summary>
    public IReadOnlyList<string> Differences =>
    [
        .. _exchanges
            .SelectMany(exchange => exchange.Violations
                .Where(violation => !FalseAlarms.Cover(exchange, violation))
                .Select(violation => $"{exchange.Operation} ({exchange.Status}): {violation.Location} {violation.Rule}"))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private RelayedAnswer Note(RelayedAnswer answer)
    {
        _exchanges.Enqueue(Exchange.Of(answer));
        return answer with { Headers = [.. answer.Headers.Where(header => !header.Key.Equals(Violation.Header, StringComparison.OrdinalIgnoreCase))] };
    }
}
