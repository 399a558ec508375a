using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models.Budget;

namespace IntercomRag.Core.Models;

/// <summary>One thing that a model is asked.</summary>
/// <param name="Temperature">Of the sampling, in [0, 2].</param>
/// <param name="MaxOutputTokens">Longest answer that is waited and paid for.</param>
/// <param name="Conversation">Whose budget it is taken from.</param>
public sealed record ModelQuestion(Prompt Prompt, float Temperature, int MaxOutputTokens, SubjectKey Conversation)
{
    /// <summary>What the turn may still use, the same object for all questions of it. Null for a question outside of any turn.</summary>
    public TurnAllowance? Turn { get; init; }

    /// <summary>
    /// Names of the people in the conversation, which are taken out of text that is captured. Null: nobody said who they are, so that no text of
    /// this question is captured.
    /// </summary>
    public IReadOnlyList<string?>? People { get; init; }
}
