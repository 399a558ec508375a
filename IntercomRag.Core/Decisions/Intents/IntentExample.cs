namespace IntercomRag.Core.Decisions.Intents;

/// <summary>One line of <c>policies/intents.&lt;language&gt;.jsonl</c>: <c>{"text":"remboursez-moi","intent":"refund"}</c>.</summary>
/// <param name="Signal">What the text shows; null for a plain question (<c>"intent":"question"</c>), from which the others are told apart.</param>
public sealed record IntentExample(string Text, Signal? Signal, string Language);
