using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Handoff;

/// <summary>The articles that an agent should know of: what the last answer rested on, then what was found for this turn.</summary>
public sealed class ConsultedArticles(AssistantPolicy policy, IKnowledgeIndex index)
{
    public async Task<IReadOnlyList<ArticleCard>> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var shown = context.Turn.Memory.Articles;
        var earlier = shown.Count == 0 ? [] : await index.FindAsync(shown, cancellationToken);
        return [.. earlier.Concat(FoundNow(context)).DistinctBy(card => card.Key)];
    }

    // "I want to talk to somebody" finds articles by chance. They are listed when they were good enough to answer with, or when their not
    // being good enough is the reason.
    private IEnumerable<ArticleCard> FoundNow(TurnContext context) =>
        context.Evidence.Confidence >= policy.Thresholds.Answer || context.Decision.Reason == Reason.LowConfidence
            ? context.Evidence.Articles.Select(article => article.Article)
            : [];
}
