using System.Security.Cryptography;
using System.Text;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Embeddings;

/// <summary>
/// What of a passage is embedded: the article's title, the headings above it, and its text. "Click Save, then Done." alone says of no subject what
/// it is about; title and headings do.
/// <code>
/// Cancel a booking
/// For members > In the app
///
/// Open the booking and choose Cancel.
/// </code>
/// </summary>
public static class PassageText
{
    public static string Of(string title, Chunk chunk) =>
        chunk.HeadingPath.Count == 0 ? $"{title}\n\n{chunk.Text}" : $"{title}\n{string.Join(" > ", chunk.HeadingPath)}\n\n{chunk.Text}";

    /// <summary>What vectors are cached by: the same text has the same vector, wherever it stands.</summary>
    /// <returns>SHA-256 in 64 hexadecimal digits.</returns>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
