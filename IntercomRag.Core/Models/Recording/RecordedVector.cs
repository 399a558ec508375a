using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Models.Recording;

/// <summary>One line of a file of vectors: <code>{"key":"9c1e…","model":"text-embedding-3-small","vector":"AACAPwAAAEA="}</code></summary>
/// <param name="Key">SHA-256 over the model, the length and the text.</param>
/// <param name="Vector">Little-endian floats in base64.</param>
internal sealed record RecordedVector(string Key, string? Model, byte[] Vector) : IRecorded
{
    [JsonIgnore]
    public string Order => Key;

    public static RecordedVector Of(string key, string? model, ReadOnlySpan<float> vector) => new(key, model, MemoryMarshal.AsBytes(vector).ToArray());

    public float[] ToFloats() => MemoryMarshal.Cast<byte, float>(Vector).ToArray();
}
