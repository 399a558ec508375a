using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

internal static class Articles
{
    public static IndexedArticle Article(
        string id,
        string title,
        string text,
        string locale = "en",
        Audience audience = Audience.Everyone,
        string hash = "hash",
        string? description = null,
        params string[] headings) => new(
            new ArticleCard(
                new ArticleKey(id, locale),
                title,
                new Uri($"https://help.tandem.example/{locale}/articles/{id}"),
                ["Members", "Bookings"],
                ["1", "2"],
                "Camille Roy",
                new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                null),
            description,
            audience,
            hash,
            [.. text.Split("||").Select((part, i) => new Chunk(i, headings, part))]);
}
