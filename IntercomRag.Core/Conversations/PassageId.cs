using System.Globalization;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Conversations;

/// <summary>How traces name a passage: <c>1003/fr#2</c>.</summary>
public static class PassageId
{
    public static string Of(PassageHit hit) => string.Create(CultureInfo.InvariantCulture, $"{hit.Article.Key}#{hit.Chunk.Ordinal}");
}
