using IntercomRag.Core.Knowledge;

namespace IntercomRag.Eval.Articles;

/// <summary>The Help Center that conversations are put to.</summary>
/// <param name="Name">File or folder, as it was given.</param>
/// <param name="Articles">Drafts and restricted ones included: the sync decides what is indexed, as in production.</param>
public sealed record ArticleSource(string Name, IReadOnlyList<SourceArticle> Articles, IReadOnlyList<Collection> Collections)
{
    /// <summary>For sets without articles.</summary>
    public static ArticleSource None { get; } = new("none", [], []);
}
