using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>One line of an <c>articles.jsonl</c>.</summary>
/// <param name="Id">Any text; lines with the same id are languages of one article.</param>
/// <param name="Collection">Names from the outermost collection inwards: <c>Billing &gt; Invoices</c>.</param>
internal sealed record ArticleLine(
    [property: JsonRequired] string Id,
    [property: JsonRequired] string Title,
    [property: JsonRequired] string BodyHtml,
    string? Description,
    string? Url,
    string? Collection,
    string? Locale,
    string? State,
    string? Audience);
