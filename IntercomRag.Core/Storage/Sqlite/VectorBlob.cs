using System.Runtime.InteropServices;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>
/// A vector as the index stores it: 32-bit floats, little-endian. Help Centers have some thousand passages; what a byte a number would save there (a few
/// MB) is not worth what it costs in the order of near neighbours.
/// </summary>
internal static class VectorBlob
{
    public static byte[] Write(ReadOnlySpan<float> vector) => BitConverter.IsLittleEndian
        ? MemoryMarshal.AsBytes(vector).ToArray()
        : throw new PlatformNotSupportedException("The knowledge index stores vectors little-endian, and this processor is not.");

    public static ReadOnlySpan<float> Read(byte[] blob) => MemoryMarshal.Cast<byte, float>(blob);
}
