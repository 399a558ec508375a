using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Answers;

/// <summary>Which articles an answer links: the evidence decides, never who wrote the answer.</summary>
internal static class ArticleLinks
{
    /// <returns>Best first.</returns>
    public static IReadOnlyList<ArticleKey> Of(Evidence evidence, ThresholdPolicy thresholds) =>
    [
        .. evidence.Articles
            .Where(article => article.Score >= thresholds.Link * evidence.Articles[0].Score)
            .Select(article => article.Article.Key)
            .Take(thresholds.Links),
    ];
}
