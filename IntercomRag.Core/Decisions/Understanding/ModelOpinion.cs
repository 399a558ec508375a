namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>What the language model made of a turn, as far as it can be read; the rules decide what becomes of it.</summary>
/// <param name="Intent">Null when the model gave none that there is.</param>
/// <param name="Signals">All that it named, by the intent too, also those that were not admitted.</param>
/// <param name="Language">ISO code, in small letters; null when it gave none.</param>
/// <param name="Question">The customer's question, readable without the conversation; null when the message stands alone or none came back.</param>
/// <param name="Failures">What was asked in vain, and why: <c>intent:too_slow</c>.</param>
public sealed record ModelOpinion(Intent? Intent, IReadOnlySet<Signal> Signals, string? Language, string? Question, IReadOnlyList<string> Failures)
{
    public static ModelOpinion None { get; } = new(null, new HashSet<Signal>(), null, null, []);
}
