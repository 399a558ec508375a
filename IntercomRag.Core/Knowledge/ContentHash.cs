using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Knowledge;

/// <summary>
/// SHA-256 over everything that an index entry is made of, so that the same hash means that the entry would come out the same. It is
/// taken over the finished passages: what they leave out, such as signed image addresses that change with every read, cannot change it,
/// and a new rule for reading or cutting articles changes exactly the articles that it concerns.
/// </summary>
public static class ContentHash
{
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(ArticleCard card, string? description, Audience audience, IReadOnlyList<Chunk> chunks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, card.Title);
        Add(hash, description);
        Add(hash, card.Url?.OriginalString);
        Add(hash, audience.ToString());
        Add(hash, card.AuthorName);
        Add(hash, card.CreatedAt?.ToString("O", CultureInfo.InvariantCulture));
        Add(hash, card.UpdatedAt?.ToString("O", CultureInfo.InvariantCulture));
        AddAll(hash, card.CollectionPath);
        AddAll(hash, card.CollectionIds);
        foreach (var chunk in chunks)
        {
            AddAll(hash, chunk.HeadingPath);
            Add(hash, chunk.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddAll(IncrementalHash hash, IReadOnlyList<string> values)
    {
        Add(hash, values.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var value in values)
        {
            Add(hash, value);
        }
    }

    // The length in front keeps ("ab", "c") and ("a", "bc") apart, and null from "".
    private static void Add(IncrementalHash hash, string? value)
    {
        var bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
        hash.AppendData(BitConverter.GetBytes(value is null ? -1 : bytes.Length));
        hash.AppendData(bytes);
    }
}
