using IntercomRag.Core.Conversations;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>Takes a question that a model put together from a conversation, if that is what it is.</summary>
internal static class AskedAgain
{
    /// <summary>Characters; a question that needs more is none.</summary>
    private const int Longest = 300;

    /// <summary>
    /// Share of its words that must stand in the conversation. A rewording brings a few of its own; what an instruction in a message put there brings
    /// nothing but its own.
    /// </summary>
    private const double LeastShared = 0.5;

    /// <returns>Null when it says nothing, or asks for something else than the conversation does.</returns>
    public static string? Read(string question, Turn turn)
    {
        var text = CleanText.Line(question, Longest);
        var words = TextAnalyzer.AnalyzeQuery(text).Distinct().ToList();
        var said = turn.History.SelectMany(message => TextAnalyzer.AnalyzeQuery(message.Text)).ToHashSet();
        return words.Count > 0 && words.Count(said.Contains) >= LeastShared * words.Count ? text : null;
    }
}
