using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Gate;

/// <summary>Finds the conversations that are judged otherwise than before.</summary>
internal static class ConversationChanges
{
    private const int Passages = 3;

    public static IReadOnlyList<ConversationChange> Of(ResultPairs pairs, IReadOnlyList<string> metrics)
    {
        var wrong = pairs.Shared.Select(pair => Create(pair.Before, pair.Now, metrics, turnedWrong: true));
        var right = pairs.Shared.Select(pair => Create(pair.Before, pair.Now, metrics, turnedWrong: false));
        return [.. wrong.Concat(right).OfType<ConversationChange>()];
    }

    private static ConversationChange? Create(ConversationResult before, ConversationResult now, IReadOnlyList<string> metrics, bool turnedWrong)
    {
        List<string> changed = [.. metrics.Where(metric => PassedIn(before, metric) == turnedWrong && PassedIn(now, metric) == !turnedWrong)];
        if (changed.Count == 0)
        {
            return null;
        }

        var (step, difference) = FirstDifference.Between(before, now);
        return new ConversationChange(
            now.Id,
            turnedWrong,
            changed,
            now.Turns.Count > 0 ? now.Turns[^1].Text : null,
            now.Expected,
            before.Got,
            now.Got,
            now.Measures[changed[0]].Reason ?? before.Measures[changed[0]].Reason,
            [.. now.Passages.Take(Passages)],
            step,
            difference);
    }

    private static bool? PassedIn(ConversationResult conversation, string metric) =>
        conversation.Measures.TryGetValue(metric, out var measure) ? measure.Passed : null;
}
