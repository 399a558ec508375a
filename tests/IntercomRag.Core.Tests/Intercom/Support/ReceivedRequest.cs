using System.Text.Json.Nodes;

namespace IntercomRag.Core.Tests.Intercom.Support;

/// <param name="Target">Path and query, as sent.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public override string ToString() => $"{Method} {Target}";
}
