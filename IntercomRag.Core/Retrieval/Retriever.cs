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

    /// <summary>
    /// What full coverage by the passage, and by the title alone, adds to a rank score of 1 for the best passage. Mean recall@1 over the
    /// seven sets of the command <c>retrieval</c>, 2026-11-22: 0.658 without, 0.666 with; 0.616 when further passages of an article add to
    /// its score, which favours long articles.
    /// </summary>
    private const double CoverageBonus = 0.25;

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
        var articles = Rank(hits, terms);
        return new Evidence(terms, articles, ConfidenceIn(articles, terms, statistics.ArticleCount));
    }

    /// <summary>Audiences that a customer of a role belongs to.</summary>
    public static IReadOnlyList<Audience> AudiencesOf(CustomerProfile customer) =>
        customer.Role switch
        {
            CustomerRole.User => [Audience.Everyone, Audience.AllUsers],
            CustomerRole.Lead => [Audience.Everyone, Audience.AllLeads, Audience.AllVisitorsAndLeads],
            _ => [Audience.Everyone, Audience.AllVisitors, Audience.AllVisitorsAndLeads],
        };

    private static List<ArticleEvidence> Rank(IReadOnlyList<PassageHit> hits, IReadOnlyDictionary<string, double> terms)
    {
        var best = hits.Max(hit => hit.Score);
        return
        [
            .. hits.GroupBy(hit => hit.Article.Key)
                .Select(group => Weigh([.. group], best, terms))
                .OrderByDescending(article => article.Score)
                .ThenBy(article => article.Article.Key.ArticleId, StringComparer.Ordinal)
                .Take(Articles),
        ];
    }

    private static ArticleEvidence Weigh(IReadOnlyList<PassageHit> passages, double best, IReadOnlyDictionary<string, double> terms)
    {
        var first = passages[0];
        var coverage = Coverage.Of(first, terms);
        var title = Coverage.Of(first.Article.Title, terms);
        return new ArticleEvidence(first.Article, passages, coverage, (first.Score / best) + (CoverageBonus * (coverage + title)));
    }

    private static double ConfidenceIn(List<ArticleEvidence> articles, IReadOnlyDictionary<string, double> terms, int articleCount)
    {
        var first = articles[0];
        var margin = articles.Count > 1 ? 1 - (articles[1].Score / first.Score) : 1;
        var strength = first.Passages[0].Score / TermWeights.HighestRarity(articleCount);
        return Confidence.Of(strength, margin, terms.Count, Coverage.CountMatches(first.Passages[0], terms.Keys));
    }
}
