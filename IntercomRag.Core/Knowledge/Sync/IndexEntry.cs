using IntercomRag.Core.Knowledge.Chunking;
using IntercomRag.Core.Knowledge.Html;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>Makes the index entry of one language of an article.</summary>
public static class IndexEntry
{
    /// <summary>The entry; without chunks when the article has no text.</summary>
    public static IndexedArticle Build(SourceArticle article, LocalizedContent content, CollectionTree collections)
    {
        var path = collections.PathTo(article.CollectionIds);
        var card = new ArticleCard(
            new ArticleKey(article.Id, content.Locale),
            content.Title.Trim(),
            content.Url,
            [.. path.Select(collection => collection.NameIn(content.Locale))],
            [.. path.Select(collection => collection.Id)],
            content.AuthorName,
            content.CreatedAt,
            content.UpdatedAt);
        var description = string.IsNullOrWhiteSpace(content.Description) ? null : content.Description.Trim();
        var chunks = Chunker.Split(ArticleHtml.Read(content.BodyHtml, content.Url));
        return new IndexedArticle(card, description, article.Audience, ContentHash.Of(card, description, article.Audience, chunks), chunks);
    }
}
