using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>What a workspace's own articles tell about the words of two languages. It holds for the articles that it was made from.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, IReadOnlyList<WeightedTerm>> _learned;
    private readonly Cognates _cognates;

    public Lexicon(WordIndex from, WordIndex to)
    {
        var fromText = from.Stems().ToDictionary(stem => stem.Number, stem => stem.Text);
        var toText = to.Stems().ToDictionary(stem => stem.Number, stem => stem.Text);
        _learned = TranslationModel.Learn(AlignedTexts.Of(from, to)).ToDictionary(
            word => fromText[word.Key],
            word => (IReadOnlyList<WeightedTerm>)[.. word.Value.Select(translation => new WeightedTerm(toText[translation.Word], translation.Probability))],
            StringComparer.Ordinal);
        _cognates = new Cognates(to);
    }

    /// <summary>Translations of a stem that articles which exist in both languages show, the most probable first.</summary>
    public IReadOnlyList<WeightedTerm> Learned(string stem) => _learned.GetValueOrDefault(stem) ?? [];

    /// <inheritdoc cref="Cognates.Find"/>
    public (string Stem, double Probability)? Cognate(string stem) => _cognates.Find(stem);
}
