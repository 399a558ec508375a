namespace IntercomRag.Eval.Evaluators;

/// <summary>Where the first right article stands.</summary>
internal static class RightArticle
{
    /// <summary>Null where it is not to be measured; a rank of <see cref="int.MaxValue"/> when none was found.</summary>
    public static (int Value, string Reason)? Rank(TurnEvaluationContext turn)
    {
        if (turn.Gold is not { ArticleIds: { Count: > 0 } right } || turn.Trace.QueryTerms is null)
        {
            return null;
        }

        for (var i = 0; i < turn.RankedArticles.Count; i++)
        {
            if (right.Contains(turn.RankedArticles[i]))
            {
                return (i + 1, i == 0 ? $"{turn.RankedArticles[i]} is first" : $"{turn.RankedArticles[i]} is number {i + 1}; first is {turn.RankedArticles[0]}");
            }
        }

        var found = turn.RankedArticles.Count == 0 ? "nothing was found" : $"first is {turn.RankedArticles[0]}";
        return (int.MaxValue, $"none of {string.Join(", ", right)} was found; {found}");
    }
}
