namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>Counts what could not be used, by kind, and keeps the place of the first.</summary>
public sealed class TraceWarnings
{
    private readonly SortedDictionary<string, (int Count, string First)> _kinds = new(StringComparer.Ordinal);

    public void Add(string kind, string text) =>
        _kinds[kind] = _kinds.TryGetValue(kind, out var known) ? (known.Count + 1, known.First) : (1, text);

    /// <summary>Kind, how often, and a sentence about the first.</summary>
    public IReadOnlyList<(string Kind, int Count, string First)> All => [.. _kinds.Select(kind => (kind.Key, kind.Value.Count, kind.Value.First))];
}
