using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>What one word or phrase of a message means in another language.</summary>
/// <param name="Weight">Of the word in the question: 1 in the last message, less in an earlier one.</param>
/// <param name="Stems">Stems that each stand for it, the most probable first, with their probability; at least one.</param>
internal sealed record Translation(double Weight, IReadOnlyList<WeightedTerm> Stems)
{
    /// <summary>That one of the stems is right, in [0, 1].</summary>
    public double Probability => Math.Min(1, Stems.Sum(stem => stem.Weight));
}
