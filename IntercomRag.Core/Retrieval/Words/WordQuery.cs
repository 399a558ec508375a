using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>A message as the word index is asked for it: its stems, its exact words and the pairs that stand side by side.</summary>
/// <remarks>
/// A form of a word counts, the very word counts a little more, and two words that follow one another in the article as in the question
/// a little more again. Stop words count for what they tell of the phrasing ("c'est quoi", "how long").
/// </remarks>
internal sealed class WordQuery
{
    /// <summary>Tokens of a message at most. A pasted page must not cost a second.</summary>
    private const int LongestMessage = 250;

    private WordQuery(
        IReadOnlyList<Term> terms, IReadOnlyList<string> unknown, IReadOnlyList<(int Word, double Weight)> words, IReadOnlyList<(int First, int Second)> pairs)
    {
        Terms = terms;
        Unknown = unknown;
        Words = words;
        Pairs = pairs;
    }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Stems that are no stop words and that no article has.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Numbers of words that are no stop words, with their weight times rarity.</summary>
    public IReadOnlyList<(int Word, double Weight)> Words { get; }

    /// <summary>Numbers of stems that follow one another.</summary>
    public IReadOnlyList<(int First, int Second)> Pairs { get; }

    /// <summary>
    /// A message in words of another language: no pairs and no exact words, which translation does not keep. Stems that stand for the same word are one
    /// term, as rare as they are on average.
    /// </summary>
    public static WordQuery OfTranslation(TranslatedQuestion question, WordIndex index)
    {
        var terms = new List<Term>();
        var taken = new HashSet<int>();
        foreach (var word in question.Words)
        {
            var stems = word.Stems
                .Select(stem => (Number: index.Find(stem.Term), Probability: stem.Weight))
                .Where(stem => stem.Number is { } number && taken.Add(number))
                .Select(stem => (Number: stem.Number!.Value, stem.Probability))
                .ToList();
            if (stems.Count > 0)
            {
                var rarity = stems.Sum(stem => stem.Probability * index.RarityOfStem(stem.Number)) / stems.Sum(stem => stem.Probability);
                var first = terms.Count;
                terms.Add(new Term(stems[0].Number, word.Weight * word.Probability * index.Weights.Stem * rarity, IsStopWord: false));
                terms.AddRange(stems.Skip(1).Select(stem => new Term(
                    stem.Number, word.Weight * stem.Probability * index.Weights.Stem * index.RarityOfStem(stem.Number), IsStopWord: false, SameAs: first)));
            }
        }

        return new WordQuery(terms, question.Unknown, [], []);
    }

    public static WordQuery Parse(string text, WordIndex index)
    {
        var (vocabulary, weights) = (index.Vocabulary, index.Weights);
        var tokens = TextAnalyzer.Tokenize(text).Take(LongestMessage).ToList();
        var onlyStopWords = tokens.TrueForAll(token => token.IsStopWord);
        var stems = tokens
            .GroupBy(token => token.Stem, StringComparer.Ordinal)
            .Select(same => (Token: same.First(), Number: index.Find(same.Key), IsStopWord: !onlyStopWords && same.All(token => token.IsStopWord)))
            .ToList();
        var terms = stems
            .Where(term => term.Number is not null)
            .Select(term => new Term(term.Number!.Value, (term.IsStopWord ? weights.StopWord : weights.Stem) * index.RarityOfStem(term.Number.Value), term.IsStopWord))
            .ToList();
        var unknown = new List<string>();
        foreach (var token in stems.Where(term => term.Number is null && !term.IsStopWord).Select(term => term.Token))
        {
            var guesses = Spelling.FindNear(token.Word, vocabulary).Except(terms.Select(term => term.Stem)).ToList();
            terms.AddRange(guesses.Select(stem => new Term(stem, weights.Guess * weights.Stem * index.RarityOfStem(stem) / guesses.Count, IsStopWord: false)));
            if (guesses.Count == 0)
            {
                unknown.Add(token.Stem);
            }
        }

        var words = tokens
            .Where(token => !token.IsStopWord)
            .Select(token => vocabulary.FindWord(token.Word))
            .OfType<int>()
            .Distinct()
            .Select(word => (word, weights.Word * index.RarityOfWord(word)));
        var sequence = tokens.Select(token => index.Find(token.Stem)).ToList();
        var pairs = sequence.Zip(sequence.Skip(1)).Where(pair => pair.First is not null && pair.Second is not null).Select(pair => (pair.First!.Value, pair.Second!.Value));
        return new WordQuery(terms, unknown, [.. words], [.. pairs.Distinct()]);
    }

    /// <param name="Weight">Times rarity.</param>
    /// <param name="SameAs">Position of the term that this one is another word for; an article that has both has the one twice.</param>
    internal readonly record struct Term(int Stem, double Weight, bool IsStopWord, int? SameAs = null);
}
