using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Conversations;

/// <summary>
/// What the assistant remembers of a conversation between turns. Losing it is harmless: the conversation itself shows who spoke last.
/// </summary>
/// <param name="HandledUpTo">Id of the last customer message that a decision was carried out for.</param>
/// <param name="Clarifications">Questions asked back in a row.</param>
/// <param name="Offer">The assistant's last message asked whether a human should take over.</param>
/// <param name="Articles">Articles that the last answer rested on.</param>
/// <param name="HandedOver">
/// The last turn gave the conversation to a human. Intercom makes no part of an assignment to the team that has it already, so the conversation
/// alone may not show it.
/// </param>
public sealed record ConversationMemory(
    string? HandledUpTo,
    int Clarifications,
    bool Offer,
    IReadOnlyList<ArticleKey> Articles,
    bool HandedOver = false)
{
    public static ConversationMemory Empty { get; } = new(null, 0, false, []);
}
