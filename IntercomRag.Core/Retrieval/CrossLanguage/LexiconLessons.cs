using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>What a <see cref="Lexicon"/> is learned from, taken out of the index so that this can go on meanwhile.</summary>
internal sealed class LexiconLessons
{
    private readonly WordIndexState _from;
    private readonly WordIndexState _to;
    private readonly List<AlignedTexts> _texts;
    private readonly Dictionary<int, string> _fromStems;
    private readonly Dictionary<int, string> _toStems;

    private LexiconLessons(WordIndex from, WordIndex to)
    {
        (_from, _to) = (WordIndexState.Of(from), WordIndexState.Of(to));
        _texts = [.. TranslationModel.Within(TranslationModel.MostPairs, AlignedTexts.Of(from, to))];
        _fromStems = from.Stems().ToDictionary(stem => stem.Number, stem => stem.Text);
        _toStems = to.Stems().ToDictionary(stem => stem.Number, stem => stem.Text);
    }

    public static LexiconLessons Take(WordIndex from, WordIndex to) => new(from, to);

    public Lexicon Learn()
    {
        var learned = TranslationModel.Learn(_texts).ToDictionary(
            word => _fromStems[word.Key],
            word => (IReadOnlyList<WeightedTerm>)[.. word.Value.Select(translation => new WeightedTerm(_toStems[translation.Word], translation.Probability))],
            StringComparer.Ordinal);
        return new Lexicon(_from, _to, learned, new Cognates(_toStems.Values));
    }
}
