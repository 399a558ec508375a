using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;

namespace IntercomRag.Core.Conversations;

/// <summary>A conversation that may need a turn.</summary>
/// <param name="Attempt">1 for the first try.</param>
public sealed record TurnRequest(SubjectKey Conversation, int Attempt, ITurnJournal Journal);
