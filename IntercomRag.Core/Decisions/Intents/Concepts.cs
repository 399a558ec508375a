using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Intents;

/// <summary>
/// Words that mean much the same in a support conversation, in every language, as <c>policies/concepts.json</c> lists them: what the
/// classifier learns of "agent" it then knows of "conseiller". A word may stand for several.
/// </summary>
public sealed class Concepts
{
    private readonly ILookup<string, string> _words;
    private readonly ILookup<string, string> _beginnings;

    /// <param name="words">Words by concept; <c>rembours*</c> for all that begin so.</param>
    /// <exception cref="FormatException">A word is none.</exception>
    public Concepts(IReadOnlyDictionary<string, IEnumerable<string>> words)
    {
        var entries = words.SelectMany(concept => concept.Value.Select(word => (Concept: concept.Key, Word: word))).ToList();
        if (entries.Find(entry => !IsWord(entry.Word)) is { Word: { } wrong, Concept: var concept })
        {
            throw new FormatException($"{concept}: \"{wrong}\" is not one word, with or without a * behind.");
        }

        _words = Lookup(entries.Where(entry => !entry.Word.EndsWith('*')));
        _beginnings = Lookup(entries.Where(entry => entry.Word.EndsWith('*')));
    }

    /// <summary>Concepts of a folded word.</summary>
    public IReadOnlyList<string> Of(string word)
    {
        List<string>? found = null;
        Add(_words, word);
        for (var length = 1; length <= word.Length; length++)
        {
            Add(_beginnings, word[..length]);
        }

        return found ?? (IReadOnlyList<string>)[];

        void Add(ILookup<string, string> from, string key)
        {
            foreach (var concept in from[key])
            {
                if (found?.Contains(concept) is not true)
                {
                    (found ??= []).Add(concept);
                }
            }
        }
    }

    private static bool IsWord(string word) => IntentWords.Read(word) is [var one] && one.Length == TextAnalyzer.Fold(word).TrimEnd('*').Length;

    private static ILookup<string, string> Lookup(IEnumerable<(string Concept, string Word)> entries) =>
        entries.ToLookup(entry => TextAnalyzer.Fold(entry.Word).TrimEnd('*'), entry => entry.Concept, StringComparer.Ordinal);
}
