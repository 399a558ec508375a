using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>What a workspace's own articles tell about the words of two languages. Made by <see cref="LexiconLessons"/>.</summary>
internal sealed class Lexicon(
    WordIndexState from, WordIndexState to, IReadOnlyDictionary<string, IReadOnlyList<WeightedTerm>> learned, Cognates cognates)
{
    public static Lexicon None { get; } = new(default, default, new Dictionary<string, IReadOnlyList<WeightedTerm>>(), new Cognates([]));

    /// <summary>Whether it was made from the articles as they are now.</summary>
    public bool IsOf(WordIndex fromNow, WordIndex toNow) => from == WordIndexState.Of(fromNow) && to == WordIndexState.Of(toNow);

    /// <summary>Translations of a stem that articles which exist in both languages show, the most probable first.</summary>
    public IReadOnlyList<WeightedTerm> Learned(string stem) => learned.GetValueOrDefault(stem) ?? [];

    /// <inheritdoc cref="Cognates.Find"/>
    public (string Stem, double Probability)? Cognate(string stem, WordIndex words) => cognates.Find(stem, words);
}
