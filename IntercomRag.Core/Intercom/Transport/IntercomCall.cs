namespace IntercomRag.Core.Intercom.Transport;

/// <summary>One request, independent of how often it is tried.</summary>
/// <param name="Endpoint">Method and route without ids, for errors and logs: <c>POST /conversations/{id}/reply</c>.</param>
/// <param name="Path">Path and query with the ids filled in.</param>
/// <param name="IsWrite">Doing it twice would show: it is repeated only when it certainly was not carried out.</param>
internal sealed record IntercomCall(HttpMethod Method, string Endpoint, string Path, object? Body, bool IsWrite)
{
    /// <param name="route">Placeholders are filled with <paramref name="values"/> in order: <c>/articles?page={page}</c>.</param>
    public static IntercomCall Read(string route, params ReadOnlySpan<string> values) =>
        Create(HttpMethod.Get, route, null, false, values);

    /// <summary>A search is a read that travels as a POST.</summary>
    public static IntercomCall Search(string route, object body) => Create(HttpMethod.Post, route, body, false, []);

    public static IntercomCall Write(HttpMethod method, string route, object body, params ReadOnlySpan<string> values) =>
        Create(method, route, body, true, values);

    private static IntercomCall Create(HttpMethod method, string route, object? body, bool isWrite, ReadOnlySpan<string> values)
    {
        var path = route;
        foreach (var value in values)
        {
            var open = path.IndexOf('{', StringComparison.Ordinal);
            var close = path.IndexOf('}', open);
            path = string.Concat(path.AsSpan(0, open), Escape(value), path.AsSpan(close + 1));
        }

        return new IntercomCall(method, $"{method} {route.Split('?')[0]}", path, body, isWrite);
    }

    private static string Escape(string value)
    {
        // "." and ".." survive escaping and would change the route.
        if (value.Trim('.').Length == 0)
        {
            throw new ArgumentException("An Intercom id must not be empty.", nameof(value));
        }

        return Uri.EscapeDataString(value);
    }
}
