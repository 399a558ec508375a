using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Answers.Generated;

/// <summary>Which passages a model is shown.</summary>
internal static class PassageSelection
{
    /// <summary>Of the best article: a rule, its exception and the steps often stand in three places.</summary>
    private const int OfFirst = 4;

    private const int OfOther = 2;

    /// <summary>Characters of all passages, about 3,000 tokens; the first is shown in any case.</summary>
    private const int MostText = 12_000;

    /// <returns>Best article first, the passages of an article in its order.</returns>
    public static ListedPassages Of(Evidence evidence, ThresholdPolicy thresholds)
    {
        var (passages, length) = (new List<PassageHit>(), 0);
        var linked = ArticleLinks.Of(evidence, thresholds);
        foreach (var article in evidence.Articles.Where((article, i) => i == 0 || linked.Contains(article.Article.Key)))
        {
            foreach (var passage in article.Passages.Take(passages.Count == 0 ? OfFirst : OfOther).OrderBy(passage => passage.Chunk.Ordinal))
            {
                length += passage.Chunk.Text.Length;
                if (length <= MostText || passages.Count == 0)
                {
                    passages.Add(passage);
                }
            }
        }

        return new ListedPassages(passages);
    }
}
