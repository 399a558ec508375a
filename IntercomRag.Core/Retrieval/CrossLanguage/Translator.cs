using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>
/// Puts the words of a question into another language. The workspace's own articles are asked first, then the vocabulary of support, then what the languages
/// share; each can claim the probability that those before it leave.
/// </summary>
/// <param name="phrases">Of the vocabulary of support, longest first.</param>
internal sealed class Translator(Lexicon lexicon, IReadOnlyList<(string[] Phrase, IReadOnlyList<string[]> Meaning)> phrases, WordIndex to)
{
    /// <param name="terms">Stems of the question with their weight.</param>
    public TranslatedQuestion Translate(IReadOnlyList<WeightedTerm> terms)
    {
        var left = terms.Where(term => !StopWords.Contains(term.Term)).ToDictionary(term => term.Term, term => term.Weight, StringComparer.Ordinal);
        var words = new List<Translation>();
        foreach (var (phrase, meaning) in phrases.Where(entry => entry.Phrase.Length > 1))
        {
            if (phrase.All(left.ContainsKey) && InOther(meaning, 1) is { Count: > 0 } translated)
            {
                var weight = phrase.Max(stem => left[stem]);
                words.AddRange(translated.Select(stems => new Translation(weight, stems)));
                foreach (var stem in phrase)
                {
                    left.Remove(stem);
                }
            }
        }

        var unknown = new List<string>();
        foreach (var (stem, weight) in left)
        {
            var translated = Translate(stem);
            words.AddRange(translated.Select(stems => new Translation(weight, stems)));
            if (translated.Count == 0 && weight >= 1)
            {
                unknown.Add(stem);
            }
        }

        return new TranslatedQuestion(words, unknown);
    }

    private IReadOnlyList<IReadOnlyList<WeightedTerm>> Translate(string stem)
    {
        var found = lexicon.Learned(stem).Where(learned => to.Has(learned.Term)).ToDictionary(learned => learned.Term, learned => learned.Weight, StringComparer.Ordinal);
        foreach (var (_, meaning) in phrases.Where(entry => entry.Phrase.Length == 1 && entry.Phrase[0] == stem))
        {
            var stems = InOther(meaning, Left());
            if (stems is [var alternatives])
            {
                Add(alternatives);
            }
            else if (stems.Count > 1 && found.Count == 0)
            {
                return stems;
            }
        }

        if (lexicon.Cognate(stem, to) is { } cognate)
        {
            Add([new WeightedTerm(cognate.Stem, cognate.Probability * Left())]);
        }

        return found.Count == 0 ? [] : [[.. found.Select(entry => new WeightedTerm(entry.Key, entry.Value)).OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Term, StringComparer.Ordinal)]];

        double Left() => Math.Max(0, 1 - found.Values.Sum());

        void Add(IEnumerable<WeightedTerm> alternatives)
        {
            foreach (var alternative in alternatives.Where(alternative => alternative.Weight >= TranslationModel.LeastProbability))
            {
                found[alternative.Term] = found.GetValueOrDefault(alternative.Term) + alternative.Weight;
            }
        }
    }

    // Words of their own stand for one another. Where there is none, each word of the first phrase tells its part.
    private IReadOnlyList<IReadOnlyList<WeightedTerm>> InOther(IReadOnlyList<string[]> meaning, double probability)
    {
        var words = meaning.Where(phrase => phrase.Length == 1 && to.Has(phrase[0])).Select(phrase => new WeightedTerm(phrase[0], probability)).ToList();
        if (words.Count > 0)
        {
            return [words];
        }

        var known = meaning.FirstOrDefault(phrase => phrase.Length > 1 && phrase.All(to.Has));
        return known is null ? [] : [.. known.Select(stem => (IReadOnlyList<WeightedTerm>)[new WeightedTerm(stem, probability / known.Length)])];
    }
}
