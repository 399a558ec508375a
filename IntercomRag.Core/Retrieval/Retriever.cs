using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval;

/// <summary>Step "retrieve": finds the articles that answer a turn and says how sure that is.</summary>
public sealed class Retriever(IKnowledgeIndex index)
{
    /// <summary>Passages fetched; several of one article count as one.</summary>
    private const int Passages = 40;

    /// <summary>Articles kept.</summary>
    private const int Articles = 10;

    /// <summary>What each further passage of an article adds to the score of its best: evidence, but not a match for a better passage.</summary>
    private const double FurtherPassage = 0.1;

    public async Task<Evidence> RetrieveAsync(Turn turn, string language, CancellationToken cancellationToken)
    {
        var query = ConversationQuery.Build(turn);
        if (query.Count == 0)
        {
            return Evidence.None;
        }

        var scope = new SearchScope([language], AudiencesOf(turn.Customer));
        var hits = await index.SearchAsync(new PassageQuery(query, scope, Passages), cancellationToken);
        if (hits.Count == 0)
        {
            return Evidence.None;
        }

        var statistics = await index.ReadTermStatisticsAsync([.. query.Select(term => term.Term)], scope, cancellationToken);
        var terms = TermWeights.Of(query, statistics);
        var articles = hits
            .GroupBy(hit => hit.Article.Key)
            .Select(group => Combine([.. group], terms))
            .OrderByDescending(article => article.Score)
            .ThenBy(article => article.Article.Key.ArticleId, StringComparer.Ordinal)
            .Take(Articles);
        return new Evidence(terms, [.. articles]);
    }

    /// <summary>Audiences that a customer of a role belongs to.</summary>
    public static IReadOnlyList<Audience> AudiencesOf(CustomerProfile customer) =>
        customer.Role switch
        {
            CustomerRole.User => [Audience.Everyone, Audience.AllUsers],
            CustomerRole.Lead => [Audience.Everyone, Audience.AllLeads, Audience.AllVisitorsAndLeads],
            _ => [Audience.Everyone, Audience.AllVisitors, Audience.AllVisitorsAndLeads],
        };

    private static ArticleEvidence Combine(IReadOnlyList<PassageHit> passages, IReadOnlyDictionary<string, double> terms)
    {
        var best = passages[0];
        var score = best.Score + (FurtherPassage * passages.Skip(1).Sum(passage => passage.Score));
        return new ArticleEvidence(best.Article, passages, score, Coverage.Of(best, terms));
    }
}
