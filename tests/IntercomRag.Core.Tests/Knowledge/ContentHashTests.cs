using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;

namespace IntercomRag.Core.Tests.Knowledge;

public sealed class ContentHashTests
{
    private static readonly CollectionTree Collections = new([New("1", null), New("2", "1"), New("3", null)]);
    private static readonly SourceArticle Article = new("1", ["2"], Audience.Everyone, []);

    private static readonly LocalizedContent Content = new(
        "en",
        "Title",
        "Description",
        "<p>Text <img src=\"https://downloads.intercomcdn.com/i/o/a.png?expires=1&amp;signature=b\"><a href=\"https://downloads.intercomcdn.com/f.pdf?expires=1&amp;signature=b\">file</a></p>",
        ArticleState.Published,
        new Uri("https://help.tandem.example/1"),
        "Camille Roy",
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch);

    [Fact]
    public void Of_RotatedFileAddresses_IsTheSame() =>
        Hash(Article, Content with { BodyHtml = Content.BodyHtml.Replace("expires=1&amp;signature=b", "expires=2&amp;signature=c", StringComparison.Ordinal) }).ShouldBe(Hash(Article, Content));

    [Fact]
    public void Of_AnythingThatTheEntryShows_Differs()
    {
        string[] hashes =
        [
            Hash(Article, Content),
            Hash(Article, Content with { Title = "Other" }),
            Hash(Article, Content with { Description = null }),
            Hash(Article, Content with { BodyHtml = "<p>Other</p>" }),
            Hash(Article, Content with { BodyHtml = "<h1>Text</h1>" }),
            Hash(Article, Content with { Url = null }),
            Hash(Article, Content with { AuthorName = "Jonas Weber" }),
            Hash(Article, Content with { CreatedAt = null }),
            Hash(Article, Content with { UpdatedAt = DateTimeOffset.UnixEpoch.AddSeconds(1) }),
            Hash(Article with { Audience = Audience.AllUsers }, Content),
            Hash(Article with { CollectionIds = ["3"] }, Content),
            Hash(Article with { CollectionIds = [] }, Content),
        ];

        hashes.Distinct().Count().ShouldBe(hashes.Length);
        hashes.ShouldAllBe(hash => hash.Length == 64);
    }

    private static string Hash(SourceArticle article, LocalizedContent content) => IndexEntry.Build(article, content, Collections).ContentHash;

    private static Collection New(string id, string? parent) => new(id, parent, "en", new Dictionary<string, string> { ["en"] = $"Name {id}" });
}
