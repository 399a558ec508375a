namespace IntercomRag.Core.Decisions.Understanding;

/// <param name="Unhelpful">Customer turns in a row, the last included, that say or show that the answers before them did not help.</param>
/// <param name="IsPressing">The last of them holds no question, only impatience: "??", "hello???".</param>
public sealed record FrustrationReading(int Unhelpful, bool IsPressing);
