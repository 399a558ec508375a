using IntercomRag.Core.Conversations;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Embeddings;

/// <summary>What is embedded to find the articles that a turn is about.</summary>
public static class QueryText
{
    /// <summary>Characters at most; a pasted page would fill a model's window and say less than its end.</summary>
    private const int Longest = 2000;

    /// <summary>
    /// The question put so that it stands on its own, where there is one; else the customer's messages to answer, after the one before them, which tells
    /// what "and for two?" is about.
    /// </summary>
    /// <returns>Empty when there is no word.</returns>
    public static string Of(Turn turn)
    {
        if (turn.Question is { } question)
        {
            return Ending(question);
        }

        var before = turn.Before.LastOrDefault(message => message.Author.Kind == AuthorKind.Customer)?.Text;
        return string.IsNullOrWhiteSpace(turn.Text) ? "" : Ending(string.IsNullOrWhiteSpace(before) ? turn.Text : $"{before}\n{turn.Text}");
    }

    // What leaves this machine has no address, number or account of the customer in it, as with every prompt.
    private static string Ending(string text) =>
        CleanText.Of(Redactor.Redact(text.Trim() is var all && all.Length > Longest ? all[^Longest..] : all), Longest);
}
