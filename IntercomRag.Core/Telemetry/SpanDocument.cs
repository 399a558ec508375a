using System.Text.Json.Serialization;

namespace IntercomRag.Core.Telemetry;

/// <summary>An article that was found, as <c>gen_ai.retrieval.documents</c> has it.</summary>
/// <param name="Id"><c>article/locale</c>.</param>
/// <param name="Score">What it is ranked by.</param>
/// <param name="Title">Null while text is not captured.</param>
public sealed record SpanDocument(
    string Id,
    double Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title);
