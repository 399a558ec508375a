using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions.Phrases;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>Counts how often in a row the assistant's answers did not help.</summary>
public sealed class Frustration(PhraseBook phrases)
{
    /// <summary>
    /// Two messages ask the same when this share of their words is common. 0.75 lets "where is my invoice" and "so where is my invoice??"
    /// count as the same, and "where is my invoice" and "where is my receipt" not.
    /// </summary>
    private const double SameQuestion = 0.75;

    /// <summary>Customer turns in a row, the last included, that call the answer before them unhelpful or repeat their question.</summary>
    public int CountUnhelpful(Turn turn)
    {
        var turns = CustomerTurns(turn);
        var count = 0;
        for (var i = turns.Count - 1; i > 0 && IsUnhelpful(turns[i], turns[i - 1]); i--)
        {
            count++;
        }

        return count;
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

    private bool IsUnhelpful(string text, string before)
    {
        if (phrases.Read(text).Contains(Signal.Unhelpful))
        {
            return true;
        }

        var words = TextAnalyzer.AnalyzeQuery(text);
        var earlier = TextAnalyzer.AnalyzeQuery(before);
        var common = words.Intersect(earlier).Count();
        return words.Count >= 2 && common >= SameQuestion * Math.Max(words.Count, earlier.Count);
    }
}
