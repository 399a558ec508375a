using IntercomRag.Core.Conversations;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval;

/// <summary>Step "retrieve": finds the articles that answer a turn and says how sure that is.</summary>
/// <param name="meaning">Null where nothing is compared by meaning.</param>
public sealed class Retriever(LiveWordIndex words, IKnowledgeIndex index, PolicySet policies, MeaningSearch? meaning = null)
{
    /// <summary>Articles kept.</summary>
    private const int Articles = 10;

    /// <summary>
    /// Confidence from which the other languages are not asked. Those who only barely find something in their own often find it there:
    /// <c>IntercomRag.Eval run</c> on the demo set has more right articles first with it than with the threshold of answers.
    /// </summary>
    private const double Sure = 0.8;

    private readonly OtherLanguages _others = new(words, policies);

    /// <summary>Reads what has changed, and learns from it, so that no turn has to.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await words.RefreshAsync(cancellationToken);
        await _others.PrepareAsync().WaitAsync(cancellationToken);
        if (meaning is not null)
        {
            await meaning.PrepareAsync(cancellationToken);
        }
    }

    public async Task<Evidence> RetrieveAsync(Turn turn, string language, CancellationToken cancellationToken)
    {
        await words.RefreshAsync(cancellationToken);
        await _others.PrepareForTurnAsync().WaitAsync(cancellationToken);
        var asked = meaning is null ? null : await meaning.ReadAsync(turn, cancellationToken);
        var audiences = AudiencesOf(turn.Customer);
        var (from, finding) = Find(turn, language, audiences, asked is null ? null : Nearness.Of(asked.Compare(language, audiences), asked.Weight));
        if (finding.Articles.Count == 0)
        {
            return Evidence.None;
        }

        var texts = (await index.ReadAsync([.. finding.Articles.Select(article => article.Key)], cancellationToken)).ToDictionary(article => article.Card.Key);
        var articles = finding.Articles
            .Where(article => texts.ContainsKey(article.Key))
            .Select(article => Describe(texts[article.Key], article))
            .Where(article => article.Passages.Count > 0)
            .ToList();
        return articles.Count == 0
            ? Evidence.None
            : new Evidence(finding.Terms, articles, policies.Confidence.Of(finding.Features)) { Features = finding.Features, Language = from, IsTranslated = from != language };
    }

    /// <summary>Audiences that a customer of a role belongs to.</summary>
    public static IReadOnlyList<Audience> AudiencesOf(CustomerProfile customer) =>
        customer.Role switch
        {
            CustomerRole.User => [Audience.Everyone, Audience.AllUsers],
            CustomerRole.Lead => [Audience.Everyone, Audience.AllLeads, Audience.AllVisitorsAndLeads],
            _ => [Audience.Everyone, Audience.AllVisitors, Audience.AllVisitorsAndLeads],
        };

    // What is surely found in the customer's own language is not weighed against what would have to be read in another.
    private (string Language, Finding Finding) Find(Turn turn, string language, IReadOnlyList<Audience> audiences, Nearness? nearness)
    {
        var own = words.Read(language, vocabulary => Finding.Of(turn, vocabulary, audiences, Articles, nearness));
        return own.Articles.Count > 0 && policies.Confidence.Of(own.Features) >= Sure
            ? (language, own)
            : _others.Find(turn, language, own, audiences, Articles) ?? (language, own);
    }

    private static ArticleEvidence Describe(IndexedArticle article, FoundArticle found)
    {
        // The passages that have words of the question, best first, then the others: the article may have been edited a moment ago.
        var scores = found.Passages.ToDictionary(passage => passage.Ordinal, passage => passage.Score);
        var passages = article.Chunks
            .Select(chunk => new PassageHit(article.Card, chunk, scores.GetValueOrDefault(chunk.Ordinal)))
            .OrderByDescending(hit => hit.Score)
            .ToList();
        return new ArticleEvidence(article.Card, passages, found.Probability);
    }
}
