using System.Text.Json;

namespace IntercomRag.Simulator.Control;

/// <param name="Role"><c>user</c> (default) or <c>lead</c>.</param>
/// <param name="Segments">Names or ids of segments that exist.</param>
public sealed record ContactRequest(
    string? Name,
    string? Email,
    string? Role,
    string? Language,
    IReadOnlyList<string>? Segments,
    IReadOnlyDictionary<string, JsonElement>? CustomAttributes);
