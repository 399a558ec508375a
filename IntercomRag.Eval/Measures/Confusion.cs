using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Measures;

/// <summary>Expected against taken actions.</summary>
public static class Confusion
{
    private static readonly string[] s_actions = ["answer", "clarify", "offer", "escalate", "collect", "silent"];

    public static ConfusionMatrix? Of(IReadOnlyList<JudgedTurn> turns)
    {
        var pairs = turns.Where(turn => turn.Gold?.Action is not null).Select(turn => (Expected: turn.Gold!.Action!, Got: turn.Action)).ToList();
        string[] actions = [.. s_actions, .. pairs.Select(pair => pair.Got).Except(s_actions).Order(StringComparer.Ordinal)];
        return pairs.Count == 0
            ? null
            : new ConfusionMatrix(actions, [.. actions.Select(expected => (IReadOnlyList<int>)[.. actions.Select(got => pairs.Count(pair => pair == (expected, got)))])]);
    }
}
