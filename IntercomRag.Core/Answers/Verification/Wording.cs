using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>
/// Which words say the same in an answer: <c>policies/wording.&lt;language&gt;.json</c>, and between the languages <c>policies/vocabulary.json</c>. A word is
/// known by its stem; a word of a group by the group.
/// </summary>
public sealed class Wording
{
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, string Group)> _phrases = [];
    private readonly HashSet<string> _fillers = new(StringComparer.Ordinal);

    /// <param name="files">One for each language.</param>
    public Wording(IEnumerable<WordingFile> files, SupportVocabulary vocabulary, IReadOnlyList<string> languages)
    {
        var number = 0;
        foreach (var file in files)
        {
            _fillers.UnionWith(file.Fillers.SelectMany(TextAnalyzer.Words).Select(word => Stem(word)));
            foreach (var group in file.Same)
            {
                var name = $"={number++}";
                foreach (var phrase in group)
                {
                    Add([.. TextAnalyzer.Words(phrase)], name);
                }
            }
        }

        foreach (var (phrase, meaning) in languages.SelectMany(from => languages.Where(to => to != from).SelectMany(to => vocabulary.Between(from, to))))
        {
            var name = $"={number++}";
            AddStems(phrase, name);
            foreach (var other in meaning)
            {
                AddStems(other, name);
            }
        }

        _phrases.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));

        void Add(string[] words, string group)
        {
            if (words.Length == 1)
            {
                AddStems([Stem(words[0])], group);
            }
            else if (words.Length > 1)
            {
                _phrases.Add((words, group));
            }
        }

        void AddStems(string[] stems, string group)
        {
            if (stems.Length == 1)
            {
                (_groups.TryGetValue(stems[0], out var groups) ? groups : _groups[stems[0]] = new HashSet<string>(StringComparer.Ordinal)).Add(group);
            }
        }
    }

    public static Wording Empty { get; } = new([], SupportVocabulary.Empty, []);

    /// <summary>What a text says, a notion for each of its informative words and phrases.</summary>
    /// <param name="foldedWords">As <see cref="TextAnalyzer.Words"/> gives them.</param>
    /// <param name="isAnswer">Words that add nothing count on the side of the passages, where they may be what another word stands for.</param>
    internal IReadOnlyList<Notion> Read(IReadOnlyList<string> foldedWords, bool isAnswer)
    {
        var notions = new List<Notion>();
        var taken = new bool[foldedWords.Count];
        foreach (var (phrase, group) in _phrases)
        {
            for (var i = 0; i + phrase.Length <= foldedWords.Count; i++)
            {
                if (!taken[i] && IsAt(foldedWords, i, phrase))
                {
                    taken.AsSpan(i, phrase.Length).Fill(true);
                    notions.Add(new Notion(group, [group]));
                }
            }
        }

        for (var i = 0; i < foldedWords.Count; i++)
        {
            var stem = Stem(foldedWords[i]);
            if (!taken[i] && !StopWords.Contains(foldedWords[i]) && !(isAnswer && _fillers.Contains(stem)) && !IsFigure(foldedWords[i]))
            {
                notions.Add(new Notion(stem, _groups.TryGetValue(stem, out var groups) ? [.. groups] : []));
            }
        }

        return notions;
    }

    // Numbers and their units are compared as numbers.
    private static bool IsFigure(string word) => word.All(char.IsDigit) || NumberWords.Contains(word) || FigureReader.IsUnit(word);

    private static bool IsAt(IReadOnlyList<string> words, int index, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[index + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string Stem(string foldedWord) => TextAnalyzer.Tokenize(foldedWord).FirstOrDefault().Stem ?? foldedWord;
}
