using IntercomRag.Core.Conversations;

namespace IntercomRag.Eval.Recorded;

/// <summary>One line of a file of recorded conversations.</summary>
/// <param name="ConversationId">Intercom's id, by which traces of the running system name it; null when there is none.</param>
/// <param name="Turns">Oldest first; the last is the customer's.</param>
/// <param name="Gold">Null when the record has no label.</param>
/// <param name="Source">First word of the record's source: the set that it belongs to.</param>
/// <param name="KnowledgeBase">Folder of the articles that it is put to, when these are not its own set's.</param>
/// <param name="Origin">File and line.</param>
public sealed record RecordedConversation(
    string Id,
    string? ConversationId,
    string? Locale,
    RecordedContact Contact,
    IReadOnlyList<RecordedTurn> Turns,
    GoldLabel? Gold,
    string? Source,
    string? KnowledgeBase,
    string Origin)
{
    /// <summary>The customer's messages that the turn has to answer.</summary>
    public string Question => string.Join('\n', Turns.Reverse().TakeWhile(turn => turn.Author == AuthorKind.Customer).Reverse().Select(turn => turn.Text));
}
