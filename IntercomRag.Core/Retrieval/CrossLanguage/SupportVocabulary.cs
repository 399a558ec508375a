using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary><c>policies/vocabulary.json</c>: words of support in general, by meaning and language.</summary>
public sealed class SupportVocabulary
{
    private readonly List<IReadOnlyDictionary<string, IReadOnlyList<string[]>>> _meanings = [];

    /// <param name="meanings">
    /// Words and phrases that mean the same, by language: <c>{ "fr": ["mot de passe"], "en": ["password", "passcode"] }</c>.
    /// </param>
    /// <exception cref="FormatException">A meaning is in one language only, or a phrase holds no informative word or stands under two meanings.</exception>
    public SupportVocabulary(IEnumerable<IReadOnlyDictionary<string, IReadOnlyList<string>>> meanings)
    {
        var taken = new Dictionary<(string, string), int>();
        foreach (var meaning in meanings)
        {
            if (meaning.Count < 2 || meaning.Values.Any(phrases => phrases.Count == 0))
            {
                throw new FormatException($"\"{string.Join(", ", meaning.SelectMany(language => language.Value))}\" needs words in two languages.");
            }

            _meanings.Add(meaning.ToDictionary(
                language => language.Key,
                language => (IReadOnlyList<string[]>)[.. language.Value.Select(phrase => StemsOf(language.Key, phrase)).DistinctBy(Join)]));
        }

        string[] StemsOf(string language, string phrase)
        {
            var stems = TextAnalyzer.Tokenize(phrase).Where(token => !token.IsStopWord).Select(token => token.Stem).ToArray();
            if (stems.Length == 0)
            {
                throw new FormatException($"\"{phrase}\" ({language}) holds no informative word.");
            }

            // Forms of one word under one meaning are welcome: they make the file read well.
            return taken.TryAdd((language, Join(stems)), _meanings.Count) || taken[(language, Join(stems))] == _meanings.Count
                ? stems
                : throw new FormatException($"\"{phrase}\" ({language}) stands under two meanings, or is a form of a word that does.");
        }

        static string Join(string[] stems) => string.Join(' ', stems);
    }

    public static SupportVocabulary Empty { get; } = new([]);

    /// <summary>Phrases of one language, as stems, with the phrases of the other that mean the same; the longest first.</summary>
    internal IEnumerable<(string[] Phrase, IReadOnlyList<string[]> Meaning)> Between(string language, string other) => _meanings
        .Where(meaning => meaning.ContainsKey(language) && meaning.ContainsKey(other))
        .SelectMany(meaning => meaning[language], (meaning, phrase) => (phrase, meaning[other]))
        .OrderByDescending(entry => entry.phrase.Length);
}
