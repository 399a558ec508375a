using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval;

/// <summary>What the words of a conversation tell about the articles of one language.</summary>
/// <param name="Terms">The words that are asked about, with what each tells: rarer words tell more.</param>
internal sealed record Finding(IReadOnlyList<FoundArticle> Articles, IReadOnlyDictionary<string, double> Terms, ConfidenceFeatures Features)
{
    /// <summary>Articles that are looked at sentence by sentence for the last message…</summary>
    private const int Closely = 60;

    /// <summary>…and for each one before it, which only has to say what the conversation was about.</summary>
    private const int CloselyBefore = 30;

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
        var visible = words.CountOf(audiences);
        var matches = visible == 0 ? [] : words.Search(turn.Text, audiences, Closely);
        var before = visible == 0 ? TopicBelief.Unknown(1, words.Weights) : BeliefBefore(turn, words, audiences, visible);
        var terms = ConversationQuery.Build(turn).ToDictionary(term => term.Term, term => term.Weight * words.RarityOf(term.Term), StringComparer.Ordinal);
        return Create(before.After(matches, isCustomers: true, nearness), matches, terms, !turn.Before.Any(), limit, nearness);
    }

    /// <summary>The same for a question in another language, which has the words of earlier messages in it already.</summary>
    public static Finding Of(TranslatedQuestion question, WordIndex words, IReadOnlyList<Audience> audiences, int limit)
    {
        var visible = words.CountOf(audiences);
        var matches = visible == 0 ? [] : words.Search(question, audiences, Closely);
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, stem) in question.Words.SelectMany(word => word.Stems, (word, stem) => (word, stem)))
        {
            terms.TryAdd(stem.Term, word.Weight * stem.Weight * words.RarityOf(stem.Term));
        }

        return matches.Count == 0 ? Nothing : Create(TopicBelief.Unknown(visible, words.Weights).After(matches, isCustomers: true), matches, terms, isFirstMessage: true, limit);
    }

    private static Finding Create(
        TopicBelief belief, IReadOnlyList<WordMatch> matches, IReadOnlyDictionary<string, double> terms, bool isFirstMessage, int limit, Nearness? nearness = null)
    {
        var found = matches.ToDictionary(match => match.Key);
        var articles = belief.Articles
            .Take(limit)
            .Select(article => new FoundArticle(article.Key, article.Probability, PassagesOf(article.Key)))
            .ToList();
        if (articles.Count == 0)
        {
            return Nothing;
        }

        var coverage = matches.Take(Covered).Select(match => match.Cover().Sentence).DefaultIfEmpty().Max();
        var isByAccident = isFirstMessage && found.GetValueOrDefault(articles[0].Key)?.Cover().IsByAccident == true;
        return new Finding(articles, terms, new ConfidenceFeatures(isByAccident ? Math.Min(articles[0].Probability, Undecided) : articles[0].Probability, coverage));

        // An article that has none of the words is found by the passage that means the same.
        IReadOnlyList<(int Ordinal, double Score)> PassagesOf(ArticleKey key) =>
            found.TryGetValue(key, out var match) ? match.RankPassages() : nearness?.Passage(key) is { } passage ? [(passage, AlikeInMeaning)] : [];
    }

    private static TopicBelief BeliefBefore(Turn turn, WordIndex words, IReadOnlyList<Audience> audiences, int visible) =>
        turn.Before.Aggregate(
            TopicBelief.Unknown(visible, words.Weights),
            (belief, message) => belief.After(words.Search(message.Text, audiences, CloselyBefore), message.Author.Kind == AuthorKind.Customer));
}
