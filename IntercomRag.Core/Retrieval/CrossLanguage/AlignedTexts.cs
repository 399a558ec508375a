using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>Texts that say the same in two languages: the distinct informative stems of each, by number in the language's vocabulary.</summary>
internal readonly record struct AlignedTexts(int[] From, int[] To)
{
    /// <summary>Stems of a passage that is aligned as a whole, when its sentences do not pair up. In a longer one, chance pairs outnumber true ones.</summary>
    private const int LongestPassage = 30;

    /// <summary>Of all articles that exist in both languages; titles first, which tell most for their length.</summary>
    public static IEnumerable<AlignedTexts> Of(WordIndex from, WordIndex to)
    {
        var others = to.Articles.OrderBy(article => article.Key.Locale, StringComparer.Ordinal).ToLookup(article => article.Key.ArticleId, StringComparer.Ordinal);
        var pairs = from.Articles
            .OrderBy(article => article.Key.ArticleId, StringComparer.Ordinal)
            .ThenBy(article => article.Key.Locale, StringComparer.Ordinal)
            .Where(article => others.Contains(article.Key.ArticleId))
            .Select(article => (From: article, To: others[article.Key.ArticleId].First()))
            .ToList();
        return pairs.SelectMany(pair => OfFields(pair.From, pair.To)).Concat(pairs.SelectMany(pair => OfPassages(pair.From, pair.To)));

        IEnumerable<AlignedTexts> OfFields(ArticleWords a, ArticleWords b) =>
            (OneByOne(Titles(a), Titles(b), a, b) ?? []).Concat(OneByOne(Headings(a), Headings(b), a, b) ?? []);

        IEnumerable<AlignedTexts> OfPassages(ArticleWords a, ArticleWords b)
        {
            var (inA, inB) = (Passages(a), Passages(b));
            return inA.Count == inB.Count
                ? inA.Zip(inB).SelectMany(pair => OfPassage(pair.First, pair.Second, a, b))
                : OneByOne([.. inA.SelectMany(passage => passage)], [.. inB.SelectMany(passage => passage)], a, b) ?? [];
        }

        IEnumerable<AlignedTexts> OfPassage(Sentence[] inA, Sentence[] inB, ArticleWords a, ArticleWords b)
        {
            if (OneByOne(inA, inB, a, b) is { } sentences)
            {
                return sentences;
            }

            var whole = new AlignedTexts(from.InformativeStems(a, inA), to.InformativeStems(b, inB));
            return whole.From.Length <= LongestPassage && whole.To.Length <= LongestPassage ? [whole] : [];
        }

        IEnumerable<AlignedTexts>? OneByOne(Sentence[] inA, Sentence[] inB, ArticleWords a, ArticleWords b) => inA.Length == inB.Length
            ? inA.Zip(inB, (first, second) => new AlignedTexts(from.InformativeStems(a, [first]), to.InformativeStems(b, [second])))
            : null;
    }

    private static Sentence[] Titles(ArticleWords article) => [.. article.Sentences.Where(sentence => sentence.IsField && sentence.Passage is null)];

    // They repeat above every passage.
    private static Sentence[] Headings(ArticleWords article) =>
    [
        .. article.Sentences.Where(sentence => sentence.IsField && sentence.Passage is not null).DistinctBy(sentence => string.Join(' ', article.WordsOf(sentence).ToArray())),
    ];

    private static List<Sentence[]> Passages(ArticleWords article) =>
        [.. article.Sentences.Where(sentence => !sentence.IsField).GroupBy(sentence => sentence.Passage).Select(passage => passage.ToArray())];
}
