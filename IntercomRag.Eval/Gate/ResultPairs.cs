using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Gate;

/// <summary>The conversations that two results share, in the order of the newer one.</summary>
internal sealed record ResultPairs(
    IReadOnlyList<(ConversationResult Before, ConversationResult Now)> Shared, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    public static ResultPairs Of(RunResult baseline, RunResult now)
    {
        var before = baseline.Conversations.ToDictionary(conversation => conversation.Id, StringComparer.Ordinal);
        var after = now.Conversations.Select(conversation => conversation.Id).ToHashSet(StringComparer.Ordinal);
        return new ResultPairs(
            [.. now.Conversations.Where(conversation => before.ContainsKey(conversation.Id)).Select(conversation => (before[conversation.Id], conversation))],
            [.. now.Conversations.Select(conversation => conversation.Id).Where(id => !before.ContainsKey(id))],
            [.. baseline.Conversations.Select(conversation => conversation.Id).Where(id => !after.Contains(id))]);
    }

    /// <summary>What a measure said of the conversations that both runs measure.</summary>
    public IEnumerable<(MeasureResult Before, MeasureResult Now)> Both(string metric) => Shared
        .Where(pair => pair.Before.Measures.ContainsKey(metric) && pair.Now.Measures.ContainsKey(metric))
        .Select(pair => (pair.Before.Measures[metric], pair.Now.Measures[metric]));
}
