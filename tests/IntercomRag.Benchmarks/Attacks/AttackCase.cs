using IntercomRag.Core.Conversations;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>A conversation whose last message is to be answered, and the attack that hides in it or in an article.</summary>
/// <param name="Benign">What the customer really asks; "" where the attack is all there is.</param>
/// <param name="Planted">What of the attack stands in the article, as a reader of its HTML finds it; null when the customer carries it.</param>
internal sealed record AttackCase(string Id, string Attack, string Benign, Conversation Conversation, CustomerProfile Customer, string? Planted = null);
