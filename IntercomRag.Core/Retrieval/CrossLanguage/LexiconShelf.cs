using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>Lexicons between languages: each is made when it is first asked for, and again when an article of either language has changed.</summary>
internal sealed class LexiconShelf
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string From, string To), Entry> _entries = [];

    public Lexicon Take((string Language, WordIndex Words) from, (string Language, WordIndex Words) to)
    {
        lock (_lock)
        {
            var key = (from.Language, to.Language);
            if (!_entries.TryGetValue(key, out var entry) || !entry.Holds(from.Words, to.Words))
            {
                _entries[key] = entry = new Entry(from.Words, from.Words.Version, to.Words, to.Words.Version, new Lexicon(from.Words, to.Words));
            }

            return entry.Lexicon;
        }
    }

    private sealed record Entry(WordIndex From, long FromVersion, WordIndex To, long ToVersion, Lexicon Lexicon)
    {
        public bool Holds(WordIndex from, WordIndex to) =>
            ReferenceEquals(from, From) && ReferenceEquals(to, To) && from.Version == FromVersion && to.Version == ToVersion;
    }
}
