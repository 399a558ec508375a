using System.Runtime.InteropServices;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>Numbers for words and stems, so that texts are kept and compared as numbers.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _stemOfWord = [];
    private readonly List<int> _articlesWithWord = [];
    private readonly HashSet<int> _informative = [];

    public int StemCount => _stems.Count;

    /// <summary>All stems, in the order of their numbers.</summary>
    public IEnumerable<(string Text, int Number)> AllStems => _stems.Select(stem => (stem.Key, stem.Value));

    /// <summary>Whether a word that is no stop word has the stem.</summary>
    public bool IsInformative(int stem) => _informative.Contains(stem);

    /// <summary>The stem of each word, by the word's number.</summary>
    public ReadOnlySpan<int> Stems => CollectionsMarshal.AsSpan(_stemOfWord);

    /// <summary>How many articles have each word, by the word's number.</summary>
    public Span<int> Articles => CollectionsMarshal.AsSpan(_articlesWithWord);

    /// <summary>The word's number; a new one when it was never met.</summary>
    public int Add(Token token)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, token.Word, out var known);
        if (!known)
        {
            number = _stemOfWord.Count;
            ref var stem = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, token.Stem, out var knownStem);
            stem = knownStem ? stem : _stems.Count - 1;
            _texts.Add(token.Word);
            _stemOfWord.Add(stem);
            _articlesWithWord.Add(0);
            if (!token.IsStopWord)
            {
                _informative.Add(stem);
            }
        }

        return number;
    }

    /// <summary>Null when no article ever had it.</summary>
    public int? FindWord(string word) => _words.TryGetValue(word, out var number) ? number : null;

    /// <inheritdoc cref="FindWord"/>
    public int? FindStem(string stem) => _stems.TryGetValue(stem, out var number) ? number : null;

    public string TextOf(int word) => _texts[word];
}
