using System.Runtime.InteropServices;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>Numbers for words and stems, so that texts are kept and compared as numbers.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<uint> _letters = [];
    private readonly List<List<int>> _ofLength = [];
    private readonly List<int> _stemOfWord = [];
    private readonly List<int> _articlesWithWord = [];
    private readonly List<bool> _isStopWord = [];
    private readonly List<int> _articlesInformative = [];

    public int StemCount => _stems.Count;

    /// <summary>All stems, in the order of their numbers.</summary>
    public IEnumerable<(string Text, int Number)> AllStems => _stems.Select(stem => (stem.Key, stem.Value));

    /// <summary>Whether an article has a word with the stem that is no stop word.</summary>
    public bool IsInformative(int stem) => _articlesInformative[stem] > 0;

    /// <summary>The stem of each word, by the word's number.</summary>
    public ReadOnlySpan<int> Stems => CollectionsMarshal.AsSpan(_stemOfWord);

    /// <summary>How many articles have each word, by the word's number.</summary>
    public ReadOnlySpan<int> Articles => CollectionsMarshal.AsSpan(_articlesWithWord);

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
            _letters.Add(LettersOf(token.Word));
            while (_ofLength.Count <= token.Word.Length)
            {
                _ofLength.Add([]);
            }

            _ofLength[token.Word.Length].Add(number);
            _stemOfWord.Add(stem);
            _articlesWithWord.Add(0);
            _isStopWord.Add(token.IsStopWord);
            if (!knownStem)
            {
                _articlesInformative.Add(0);
            }
        }

        return number;
    }

    /// <summary>An article more has the word, or one less.</summary>
    public void Count(int word, int difference)
    {
        _articlesWithWord[word] += difference;
        if (!_isStopWord[word])
        {
            _articlesInformative[_stemOfWord[word]] += difference;
        }
    }

    /// <summary>Null when no article ever had it.</summary>
    public int? FindWord(string word) => _words.TryGetValue(word, out var number) ? number : null;

    /// <inheritdoc cref="FindWord"/>
    public int? FindStem(string stem) => _stems.TryGetValue(stem, out var number) ? number : null;

    public string TextOf(int word) => _texts[word];

    /// <summary>Words of so many characters, also of articles that are gone.</summary>
    public ReadOnlySpan<int> OfLength(int length) => length < _ofLength.Count ? CollectionsMarshal.AsSpan(_ofLength[length]) : [];

    /// <summary>Which of the letters a to z each word has, a bit for each, by the word's number.</summary>
    public ReadOnlySpan<uint> Letters => CollectionsMarshal.AsSpan(_letters);

    /// <inheritdoc cref="Letters"/>
    public static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= char.IsAsciiLetterLower(c) ? 1u << (c - 'a') : 0;
        }

        return letters;
    }
}
