namespace IntercomRag.Core.Answers.Verification;

/// <summary>A clause of a statement, and how much of a clause of the answer it says.</summary>
/// <param name="Relevance">Weight of the notions that they share; comparable for one clause of the answer.</param>
/// <param name="Facts">The same for numbers and names.</param>
internal sealed record Place(Statement Statement, Clause Clause, double Relevance, double Facts)
{
    /// <summary>Notions that the two clauses share, without what stands around.</summary>
    public int Shared { get; init; }

    /// <summary>By all that they share.</summary>
    public double Likeness => Relevance + Facts;
}
