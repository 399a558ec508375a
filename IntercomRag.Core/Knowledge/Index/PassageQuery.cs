namespace IntercomRag.Core.Knowledge.Index;

/// <param name="Terms">Terms as <c>TextAnalyzer</c> gives them, each with its weight; a heavier term counts for more.</param>
/// <param name="Limit">Passages at most.</param>
public sealed record PassageQuery(IReadOnlyList<WeightedTerm> Terms, SearchScope Scope, int Limit);
