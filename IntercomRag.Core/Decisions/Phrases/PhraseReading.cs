namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>What phrases tell of a sentence.</summary>
/// <param name="Found">A phrase of these fits, and none of their exceptions.</param>
/// <param name="Excluded">An exception of these fits, whether a phrase does or not: "how do I refund a member" is no wish for money.</param>
public sealed record PhraseReading(IReadOnlySet<Signal> Found, IReadOnlySet<Signal> Excluded);
