using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>
/// Reads over the turns of a conversation how often in a row the assistant's answers did not help: the customer says so, insults it, asks
/// the same again, starts to shout, or only presses for an answer.
/// </summary>
public sealed class Frustration(SignalReader reader)
{
    /// <summary>
    /// Two messages ask the same when this share of their words is common. 0.75 lets "where is my invoice" and "so where is my invoice??"
    /// count as the same, and "where is my invoice" and "where is my receipt" not.
    /// </summary>
    private const double SameQuestion = 0.75;

    /// <param name="evidence">What the words of the turn show.</param>
    public FrustrationReading Read(Turn turn, IReadOnlyList<SignalEvidence> evidence)
    {
        var turns = CustomerTurns(turn);
        var count = 0;
        for (var i = turns.Count - 1; i > 0 && IsUnhelpful(turns, i, turns[i] == turn.Text ? evidence : null); i--)
        {
            count++;
        }

        return new FrustrationReading(count, IsPressing: turns.Count > 1 && IsPressing(turns[^1]));
    }

    // The customer's messages between two answers, joined; the first turn answers nothing and cannot be a reaction.
    private static List<string> CustomerTurns(Turn turn)
    {
        var turns = new List<string>();
        var current = new List<string>();
        foreach (var message in turn.History)
        {
            if (message.Author.Kind == AuthorKind.Customer)
            {
                current.Add(message.Text);
            }
            else if (current.Count > 0)
            {
                turns.Add(string.Join('\n', current));
                current.Clear();
            }
        }

        if (current.Count > 0)
        {
            turns.Add(string.Join('\n', current));
        }

        return turns;
    }

    /// <param name="known">What the turn shows, when it was read before.</param>
    private bool IsUnhelpful(List<string> turns, int at, IReadOnlyList<SignalEvidence>? known) =>
        IsPressing(turns[at])
        || (TextLook.IsShouted(turns[at]) && !TextLook.IsShouted(turns[at - 1]))
        || turns.Take(at).Any(before => IsSameQuestion(turns[at], before))
        || (known ?? reader.Read(turns[at])).Any(evidence => evidence.Signal == Signal.Unhelpful);

    // "???", "hello??", "alors !!"
    private static bool IsPressing(string text) => TextLook.IsPressed(text) && !InformativeWords(text).Any();

    private static bool IsSameQuestion(string text, string before)
    {
        var words = InformativeWords(text).ToHashSet();
        var earlier = InformativeWords(before).ToHashSet();
        return words.Count >= 2 && words.Intersect(earlier).Count() >= SameQuestion * Math.Max(words.Count, earlier.Count);
    }

    // "Yes, I did" twice is two answers to two questions.
    private static IEnumerable<string> InformativeWords(string text) =>
        TextAnalyzer.Words(text).Any(word => !StopWords.Contains(word)) ? TextAnalyzer.AnalyzeQuery(text) : [];
}
