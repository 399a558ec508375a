using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Models.Recording;

/// <summary>One line of a file of vectors: <code>{"key":"9c1e…","vector":"AACAPwAAAEA=","model":"text-embedding-3-small"}</code></summary>
/// <param name="Key">SHA-256 over the model, the length and the text.</param>
/// <param name="Asked">As in <see cref="RecordedAnswer"/>.</param>
/// <param name="Vector">Little-endian floats in base64.</param>
internal sealed record RecordedVector(string Key, byte[] Vector, string? Model = null, string? Asked = null) : IRecorded
{
    [JsonIgnore]
    public string Order => Key;

    public static RecordedVector Of(string key, string? model, string? asked, ReadOnlySpan<float> vector) =>
        new(key, MemoryMarshal.AsBytes(vector).ToArray(), model, model == asked ? null : asked);

    public float[] ToFloats() => MemoryMarshal.Cast<byte, float>(Vector).ToArray();
}
