using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>
/// Lexicons between the languages of a Help Center. They are made outside of turns, which use the former one meanwhile: words that two languages
/// share, and those of the vocabulary, are looked up in the articles as they are now.
/// </summary>
internal sealed class LexiconShelf(LiveWordIndex words, IEnumerable<string> languages)
{
    private readonly List<(string From, string To)> _pairs = [.. languages.SelectMany(_ => languages, (from, to) => (from, to)).Where(pair => pair.from != pair.to)];
    private readonly Lock _lock = new();
    private volatile Dictionary<(string From, string To), Lexicon> _lexicons = [];
    private Task _making = Task.CompletedTask;

    /// <summary>Whether there is one into each language that has articles, if only an outdated one.</summary>
    public bool IsComplete => _pairs.TrueForAll(pair => _lexicons.ContainsKey(pair) || words.Read(pair.To, to => to.Count == 0));

    /// <summary>Has those made that are missing or outdated.</summary>
    /// <returns>When they are there.</returns>
    public Task TendAsync()
    {
        lock (_lock)
        {
            if (_making.IsCompleted && Outdated().Any())
            {
                _making = Task.Run(Make);
            }

            return _making;
        }
    }

    /// <summary>The last one that was made; an empty one when there is none yet.</summary>
    public Lexicon Take(string from, string to) => _lexicons.GetValueOrDefault((from, to), Lexicon.None);

    private IEnumerable<(string From, string To)> Outdated() => _pairs.Where(pair => words.Read(
        pair.From, pair.To, (from, to) => to.Count > 0 && !Take(pair.From, pair.To).IsOf(from, to)));

    // Only the texts are taken while nothing changes them; what they tell is learned when nobody waits any more.
    private void Make()
    {
        foreach (var pair in Outdated().ToList())
        {
            var lexicon = words.Read(pair.From, pair.To, LexiconLessons.Take).Learn();
            _lexicons = new(_lexicons) { [pair] = lexicon };
        }
    }
}
