using IntercomRag.Core.Decisions;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Conversations;

/// <summary>What was done.</summary>
/// <param name="Decision">The decision that was carried out; differs from the one taken when an answer did not pass its check.</param>
/// <param name="Silence">Set when nothing was sent because the conversation changed at the last moment.</param>
/// <param name="Articles">Articles that the reply rests on.</param>
public sealed record ActionResult(Decision Decision, SilenceReason? Silence, IReadOnlyList<ArticleKey> Articles);
