using System.Text.Json;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>A failure inside a converter, at a path below the value that the converter reads.</summary>
internal sealed class NestedJsonException(string pathBelow, JsonException inner) : JsonException(inner.Message, inner)
{
    public string PathBelow { get; } = pathBelow;
}
