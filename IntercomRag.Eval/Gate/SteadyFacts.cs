using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Gate;

/// <summary>What a turn came to and no label judges.</summary>
internal static class SteadyFacts
{
    private static readonly Dictionary<string, Func<Outcome, string?>> s_facts = new(StringComparer.Ordinal)
    {
        ["team"] = outcome => outcome.Team,
        ["tone"] = outcome => outcome.Tone,
    };

    public static IReadOnlyCollection<string> Names => s_facts.Keys;

    /// <summary>Conversations that were decided as before, and in which the fact is another.</summary>
    public static IReadOnlyList<(ConversationResult Before, ConversationResult Now)> Changed(string fact, ResultPairs pairs) =>
        [.. pairs.Shared.Where(pair => IsSameDecision(pair.Before.Got, pair.Now.Got) && Of(fact, pair.Before) != Of(fact, pair.Now))];

    public static string? Of(string fact, ConversationResult conversation) => s_facts[fact](conversation.Got);

    private static bool IsSameDecision(Outcome before, Outcome now) => (before.Action, before.Reason, before.Intent) == (now.Action, now.Reason, now.Intent);
}
