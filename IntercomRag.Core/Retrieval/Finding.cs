using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval;

/// <summary>What the words of a conversation tell about the articles of one language.</summary>
/// <param name="Terms">The words that are asked about, with what each tells: rarer words tell more.</param>
internal sealed record Finding(IReadOnlyList<FoundArticle> Articles, IReadOnlyDictionary<string, double> Terms, ConfidenceFeatures Features)
{
    /// <summary>Articles that are looked at sentence by sentence.</summary>
    private const int Closely = 60;

    /// <summary>Articles whose best sentence is looked at for how much of the question the Help Center has at all.</summary>
    private const int Covered = 5;

    /// <summary>Score of the passage of an article that has none of the words: it comes before the article's others.</summary>
    private const double AlikeInMeaning = 1;

    /// <summary>The probability whose log-odds are nothing.</summary>
    private const double Undecided = 0.5;

    public static Finding Nothing { get; } = new([], new Dictionary<string, double>(), default);

    /// <param name="nearness">What the meaning of the message tells; null when nobody has compared it.</param>
    public static Finding Of(Turn turn, WordIndex words, IReadOnlyList<Audience> audiences, int limit, Nearness? nearness)
    {
        if (words.CountOf(audiences) is not (> 0 and var visible))
        {
            return Nothing;
        }

        var before = turn.Before.Aggregate(
            TopicBelief.Unknown(visible, words.Weights),
            (belief, message) => belief.After(words.Hear(message.Text, audiences), message.Author.Kind == AuthorKind.Customer));
        var terms = ConversationQuery.Build(turn).ToDictionary(term => term.Term, term => term.Weight * words.RarityOf(term.Term), StringComparer.Ordinal);
        var matches = words.Search(turn.SearchText, audiences, Closely);
        var belief = before.After(matches.Articles, isCustomers: true);
        return Create(nearness is null ? belief : belief.After(nearness, words.PlaceOf), matches, terms, !turn.Before.Any(), limit, nearness);
    }

    /// <summary>The same for a question in another language, which has the words of earlier messages in it already.</summary>
    public static Finding Of(TranslatedQuestion question, WordIndex words, IReadOnlyList<Audience> audiences, int limit)
    {
        if (words.CountOf(audiences) is not (> 0 and var visible))
        {
            return Nothing;
        }

        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, stem) in question.Words.SelectMany(word => word.Stems, (word, stem) => (word, stem)))
        {
            terms.TryAdd(stem.Term, word.Weight * stem.Weight * words.RarityOf(stem.Term));
        }

        var matches = words.Search(question, audiences, Closely);
        var belief = TopicBelief.Unknown(visible, words.Weights).After(matches.Articles, isCustomers: true);
        return Create(belief, matches, terms, isFirstMessage: true, limit, nearness: null);
    }

    private static Finding Create(
        TopicBelief belief, WordMatches matches, IReadOnlyDictionary<string, double> terms, bool isFirstMessage, int limit, Nearness? nearness)
    {
        var believed = belief.Articles.Take(limit).ToList();
        if (believed.Count == 0)
        {
            return Nothing;
        }

        var (first, _, probability) = believed[0];
        var coverage = matches.Articles.Take(Covered).Select(match => matches.Cover(match.Place).Sentence).DefaultIfEmpty().Max();
        var isByAccident = isFirstMessage && matches.Cover(first).IsByAccident;
        return new Finding(
            [.. believed.Select(article => new FoundArticle(article.Key, article.Probability, PassagesOf(article)))],
            terms,
            new ConfidenceFeatures(isByAccident ? Math.Min(probability, Undecided) : probability, coverage));

        // An article that has none of the words is found by the passage that means the same.
        IReadOnlyList<(int Ordinal, double Score)> PassagesOf(TopicBelief.Article article) =>
            matches.RankPassages(article.Place) is { Count: > 0 } passages ? passages
            : nearness?.Passage(article.Key) is { } passage ? [(passage, AlikeInMeaning)]
            : [];
    }
}
