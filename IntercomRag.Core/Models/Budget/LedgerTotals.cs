namespace IntercomRag.Core.Models.Budget;

/// <param name="ConversationTokens">Tokens of the conversation; 0 without one.</param>
/// <param name="DayMoney">Money of the day, in millionths of the currency.</param>
public readonly record struct LedgerTotals(long ConversationTokens, long DayMoney);
