using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Models.Budget;

/// <summary>What is held back for a question under way.</summary>
/// <param name="Money">In millionths of the currency.</param>
internal sealed record Reservation(DateOnly Day, SubjectKey? Conversation, TurnAllowance? Turn, TokenCount Tokens, long Money);
