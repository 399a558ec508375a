using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>
/// A phrase as teams write it in a policy file, matched word by word on folded text (no case, no accents):
/// <c>parler|discuter * humain|conseiller|quelqu'un</c>.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>a|b</c>: either word; <c>quelqu'un|vas-y</c>: a word with an apostrophe or a hyphen is one alternative. <c>rembours*</c>: words that
/// start so.</item>
/// <item><c>*</c> alone: up to <see cref="LongestGap"/> words of any kind.</item>
/// <item><c>^</c> first and <c>$</c> last: start and end of the sentence.</item>
/// </list>
/// A phrase never reaches across the end of a sentence.
/// </remarks>
public sealed class PhrasePattern
{
    /// <summary>Words that a lone <c>*</c> may skip. Four let "parler directement avec un vrai conseiller" through and little else.</summary>
    public const int LongestGap = 4;

    private readonly List<Element> _elements = [];
    private readonly bool _atStart;
    private readonly bool _atEnd;

    /// <exception cref="FormatException">The phrase holds no word.</exception>
    public PhrasePattern(string phrase)
    {
        Source = phrase;
        var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        _atStart = parts.Count > 0 && parts[0] == "^";
        _atEnd = parts.Count > 0 && parts[^1] == "$";
        parts.RemoveAll(part => part is "^" or "$");
        _elements.AddRange(parts.Select(part => new Element(part)));

        if (!_elements.Any(element => !element.IsGap))
        {
            throw new FormatException($"The phrase \"{phrase}\" holds no word.");
        }
    }

    /// <summary>The phrase as it was written.</summary>
    public string Source { get; }

    /// <summary>Whether the phrase stands in the sentence that <see cref="Tokenize"/> gave.</summary>
    public bool IsMatch(IReadOnlyList<string> sentence)
    {
        var last = _atStart ? 0 : sentence.Count - 1;
        for (var start = 0; start <= last; start++)
        {
            if (Matches(sentence, start, 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Folded words of each sentence; apostrophes and hyphens separate words here: <c>quelqu'un</c> is two.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Tokenize(string text)
    {
        var sentences = new List<IReadOnlyList<string>>();
        foreach (var sentence in TextAnalyzer.Fold(text).Split(['.', '!', '?', ';', '\n', '…'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = SplitWords(sentence);
            if (words.Count > 0)
            {
                sentences.Add(words);
            }
        }

        return sentences;
    }

    private static List<string> SplitWords(string folded)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private bool Matches(IReadOnlyList<string> words, int at, int element)
    {
        if (element == _elements.Count)
        {
            return !_atEnd || at == words.Count;
        }

        return _elements[element].Lengths(words, at).Any(length => Matches(words, at + length, element + 1));
    }

    /// <summary>One place of the phrase: a gap, or alternatives of one word or, with an apostrophe or hyphen, of several.</summary>
    private sealed class Element
    {
        private readonly List<(List<string> Words, bool IsPrefix)> _alternatives = [];

        public Element(string part)
        {
            foreach (var alternative in part == "*" ? [] : part.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                _alternatives.Add((SplitWords(TextAnalyzer.Fold(alternative)), alternative.EndsWith('*')));
            }

            _alternatives.RemoveAll(alternative => alternative.Words.Count == 0);
        }

        public bool IsGap => _alternatives.Count == 0;

        /// <summary>How many words the place can take from <paramref name="at"/> on.</summary>
        public IEnumerable<int> Lengths(IReadOnlyList<string> words, int at) =>
            IsGap
                ? Enumerable.Range(0, Math.Min(LongestGap, words.Count - at) + 1)
                : _alternatives.Where(alternative => Accepts(alternative, words, at)).Select(alternative => alternative.Words.Count);

        private static bool Accepts((List<string> Words, bool IsPrefix) alternative, IReadOnlyList<string> words, int at)
        {
            var last = alternative.Words.Count - 1;
            if (at + last >= words.Count)
            {
                return false;
            }

            for (var i = 0; i < last; i++)
            {
                if (words[at + i] != alternative.Words[i])
                {
                    return false;
                }
            }

            return alternative.IsPrefix
                ? words[at + last].StartsWith(alternative.Words[last], StringComparison.Ordinal)
                : words[at + last] == alternative.Words[last];
        }
    }
}
