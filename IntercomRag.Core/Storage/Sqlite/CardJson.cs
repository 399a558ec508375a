using System.Text.Json;
using System.Text.Json.Serialization;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>An article's card as the index stores it; the key has columns of its own.</summary>
internal sealed record CardJson(
    string Title,
    string? Url,
    IReadOnlyList<string> CollectionPath,
    IReadOnlyList<string> CollectionIds,
    string? AuthorName,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt)
{
    public static string Write(ArticleCard card) => JsonSerializer.Serialize(
        new CardJson(card.Title, card.Url?.OriginalString, card.CollectionPath, card.CollectionIds, card.AuthorName, card.CreatedAt, card.UpdatedAt),
        CardJsonContext.Default.CardJson);

    public static ArticleCard Read(ArticleKey key, string json)
    {
        var card = JsonSerializer.Deserialize(json, CardJsonContext.Default.CardJson)!;
        return new ArticleCard(
            key,
            card.Title,
            card.Url is null ? null : new Uri(card.Url, UriKind.Absolute),
            card.CollectionPath,
            card.CollectionIds,
            card.AuthorName,
            card.CreatedAt,
            card.UpdatedAt);
    }
}

[JsonSerializable(typeof(CardJson))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string[][]))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
