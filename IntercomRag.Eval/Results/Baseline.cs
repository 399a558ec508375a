namespace IntercomRag.Eval.Results;

/// <summary>What of a result is kept to compare with: no conversation, which stands in its own file, no spans and no slices.</summary>
public static class Baseline
{
    private const int Passages = 3;

    public static RunResult Of(RunResult result) => result with
    {
        Advice = null,
        Slices = new Dictionary<string, IReadOnlyDictionary<string, MetricValue>>(),
        Charts = new Charts(result.Charts.Confusion, [], []),
        Conversations = [.. result.Conversations.Select(Of)],
    };

    private static ConversationResult Of(ConversationResult conversation) => conversation with
    {
        Turns = [],
        Expected = null,
        Passages = [.. conversation.Passages.Take(Passages).Select(passage => passage with { Text = null, Title = null })],
        Spans = [],
        Advice = null,
    };
}
