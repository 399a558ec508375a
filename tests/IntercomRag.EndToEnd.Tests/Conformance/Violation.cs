using System.Text.Json;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>One difference from the description, as Prism states it in the header <c>sl-violations</c>:
/// <code>
/// [{"location":["response","body","pages","next"],"severity":"Error","code":"type","message":"Response body property pages.next must be object,null"}]
/// </code></summary>
/// <param name="Location"><c>response.body.data.3.tags</c>, with <c>*</c> for the index: <c>response.body.data.*.tags</c>.</param>
/// <param name="Rule">The message without the property, which is the location said again: <c>must be object,null</c>.</param>
internal sealed record Violation(string Location, string Rule)
{
    public const string Header = "sl-violations";

    public static IEnumerable<Violation> ReadAll(string header)
    {
        using var list = JsonDocument.Parse(header);
        foreach (var one in list.RootElement.EnumerateArray())
        {
            var location = one.GetProperty("location").EnumerateArray().Select(part => part.GetString()!);
            yield return new Violation(
                string.Join('.', location.Select(part => int.TryParse(part, out _) ? "*" : part)), WithoutProperty(one.GetProperty("message").GetString()!));
        }
    }

    // Request body property query.operator must be equal to one of the allowed values: =, !=
    // Request body must have required property 'email'
    private static string WithoutProperty(string message) =>
        message.IndexOf(" must ", StringComparison.Ordinal) is var start and >= 0 ? message[(start + 1)..] : message;
}
