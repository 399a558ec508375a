using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>Looks for an answer in the languages that the customer does not write.</summary>
internal sealed class OtherLanguages(LiveWordIndex words, PolicySet policies)
{
    private readonly LexiconShelf _lexicons = new(words, policies.Assistant.Languages.Supported);

    /// <summary>Has the lexicons made that are missing or outdated.</summary>
    /// <returns>When they are there.</returns>
    public Task PrepareAsync() => _lexicons.TendAsync();

    /// <summary>Waits only for what was never made: an outdated lexicon is better than a late answer.</summary>
    public Task PrepareForTurnAsync()
    {
        var making = _lexicons.TendAsync();
        return _lexicons.IsComplete ? Task.CompletedTask : making;
    }

    /// <summary>
    /// The best that another language has, if it is better than what the customer's own has; null otherwise, and when the customer's language has the same
    /// article: its own words find it there or not at all.
    /// </summary>
    public (string Language, Finding Finding)? Find(Turn turn, string language, Finding own, IReadOnlyList<Audience> audiences, int limit)
    {
        var least = own.Articles.Count == 0 ? 0 : policies.Confidence.Of(own.Features);
        return policies.Assistant.Languages.Supported
            .Where(other => other != language)
            .Select(other => (Language: other, Finding: words.Read(language, other, (from, to) => Find(turn, (language, from), (other, to), audiences, limit))))
            .Where(found => found.Finding.Articles.Count > 0 && policies.Confidence.Of(found.Finding.Features) > least)
            .OrderByDescending(found => policies.Confidence.Of(found.Finding.Features))
            .Select(found => ((string, Finding)?)found)
            .FirstOrDefault();
    }

    private Finding Find(Turn turn, (string Language, WordIndex Words) from, (string Language, WordIndex Words) to, IReadOnlyList<Audience> audiences, int limit)
    {
        if (to.Words.CountOf(audiences) == 0)
        {
            return Finding.Nothing;
        }

        var translator = new Translator(_lexicons.Take(from.Language, to.Language), [.. policies.Vocabulary.Between(from.Language, to.Language)], to.Words);
        var finding = Finding.Of(translator.Translate(ConversationQuery.Build(turn)), to.Words, audiences, limit);
        return finding.Articles.Count > 0 && from.Words.HasArticle(finding.Articles[0].Key.ArticleId) ? Finding.Nothing : finding;
    }
}
