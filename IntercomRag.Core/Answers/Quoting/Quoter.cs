using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>Quotes what answers a question out of an article, from all its passages, word for word.</summary>
/// <remarks>
/// The article is cut into units, each is scored by signs that can be explained, and the best one is quoted with what belongs to it (the
/// other steps, the names of the columns, the sentence that "this" points to) and what stands around it. A second place joins when it
/// scores nearly as high: an article says the rule here and the exception there, and no sign tells which one is meant. What paid and what
/// did not stands in <c>docs/answers.md</c>.
/// </remarks>
public static class Quoter
{
    /// <summary>Characters of a quotation. Six to eight lines in the Messenger's narrow window; beyond that people stop reading.</summary>
    public const int Longest = 700;

    /// <summary>Best passages of the article that are read: 16,000 characters at most, so that a book of an article costs no more than a chapter.</summary>
    private const int MostPassages = 8;

    /// <param name="passages">Of one article, best first; at least one.</param>
    /// <returns>In the order of the article; empty when the passages have no text to quote.</returns>
    public static IReadOnlyList<AnswerBlock> Quote(AskedQuestion question, IReadOnlyList<PassageHit> passages)
    {
        var (article, signs) = Read(question, passages);
        return article.Units.Count == 0 ? [] : Quote(article, question, signs, QuoteWeights.Default);
    }

    internal static (ArticleUnits Article, IReadOnlyList<UnitSigns> Signs) Read(AskedQuestion question, IReadOnlyList<PassageHit> passages)
    {
        var best = passages.Take(MostPassages).ToList();
        var article = ArticleUnits.Read(best);
        return (article, SignReader.Read(article, question, best));
    }

    internal static IReadOnlyList<AnswerBlock> Quote(ArticleUnits article, AskedQuestion question, IReadOnlyList<UnitSigns> signs, QuoteWeights weights)
    {
        var scores = signs.Select(weights.Score).ToList();
        var quotation = new Quotation(article, scores, [.. signs.Select(weights.Relevance)], [.. question.Now.Keys]);
        var first = BestOf(Enumerable.Range(0, scores.Count));
        quotation.Start(first);
        quotation.Grow(first, (int)(weights.Target * (1 - weights.SecondPlace)));
        var rest = Enumerable.Range(0, scores.Count).Where(unit => !quotation.Has(unit)).ToList();
        if (rest.Count > 0 && BestOf(rest) is var second && scores[second] >= weights.SecondLeast * scores[first] && quotation.Start(second, weights.Target))
        {
            quotation.Grow(second, weights.Target);
        }

        quotation.Grow(first, weights.Target);
        quotation.Tidy();
        return quotation.Blocks();

        int BestOf(IEnumerable<int> units) => units.MaxBy(unit => scores[unit]);
    }
}
