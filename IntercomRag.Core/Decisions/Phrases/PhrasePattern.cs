using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>
/// A phrase as teams write it in a policy file, matched word by word on folded text (no case, no accents):
/// <c>parler|discuter * humain|conseiller|quelqu'un</c>.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>a|b</c>: either word. <c>rembours*</c>: words that start so.</item>
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

    /// <exception cref="FormatException">The phrase holds no word, or an anchor in the middle.</exception>
    public PhrasePattern(string phrase)
    {
        Source = phrase;
        var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        _atStart = parts.Count > 0 && parts[0] == "^";
        _atEnd = parts.Count > 0 && parts[^1] == "$";
        parts.RemoveAll(part => part is "^" or "$");
        foreach (var part in parts)
        {
            AddPart(part);
        }

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

    private void AddPart(string part)
    {
        if (part == "*")
        {
            _elements.Add(Element.Gap);
            return;
        }

        var alternatives = part.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Alternative.Parse).ToList();
        if (alternatives is [var single])
        {
            // "quelqu'un" is two words, one after the other.
            _elements.AddRange(single.Select(word => new Element([word])));
            return;
        }

        if (alternatives.Exists(words => words.Count != 1))
        {
            throw new FormatException(
                $"\"{part}\" in the phrase \"{Source}\": every alternative must be one word, without apostrophe or hyphen.");
        }

        _elements.Add(new Element([.. alternatives.Select(words => words[0])]));
    }

    private bool Matches(IReadOnlyList<string> words, int at, int element)
    {
        if (element == _elements.Count)
        {
            return !_atEnd || at == words.Count;
        }

        if (_elements[element].IsGap)
        {
            for (var skip = 0; skip <= LongestGap && at + skip <= words.Count; skip++)
            {
                if (Matches(words, at + skip, element + 1))
                {
                    return true;
                }
            }

            return false;
        }

        return at < words.Count && _elements[element].Accepts(words[at]) && Matches(words, at + 1, element + 1);
    }

    private sealed record Element(IReadOnlyList<Alternative> Alternatives)
    {
        public static Element Gap { get; } = new([]);

        public bool IsGap => Alternatives.Count == 0;

        public bool Accepts(string word) => Alternatives.Any(alternative => alternative.Accepts(word));
    }

    private readonly record struct Alternative(string Word, bool IsPrefix)
    {
        public static List<Alternative> Parse(string alternative)
        {
            var words = SplitWords(TextAnalyzer.Fold(alternative));
            return [.. words.Select((word, i) => new Alternative(word, i == words.Count - 1 && alternative.EndsWith('*')))];
        }

        public bool Accepts(string word) => IsPrefix ? word.StartsWith(Word, StringComparison.Ordinal) : word == Word;
    }
}
