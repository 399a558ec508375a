using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Models;

/// <summary>One thing that a model is asked.</summary>
/// <param name="Temperature">Of the sampling, in [0, 2].</param>
/// <param name="MaxOutputTokens">Longest answer that is waited and paid for.</param>
/// <param name="Conversation">Whose budget it is taken from.</param>
public sealed record ModelQuestion(Prompt Prompt, float Temperature, int MaxOutputTokens, SubjectKey Conversation);
