using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>
/// The words of the knowledge index in this process's memory, by language, brought up to date before every search: an article that was
/// edited or taken out a moment ago in another process is found as it is now, or not at all.
/// </summary>
public sealed class LiveWordIndex : IDisposable
{
    /// <summary>Articles read at a time; some thousand at most wait in memory for their words to be read.</summary>
    private const int Batch = 500;

    private readonly IKnowledgeIndex _index;
    private readonly RankingWeights _weights;
    private readonly WordIndex _none;
    private readonly Dictionary<string, WordIndex> _languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly ReaderWriterLockSlim _lock = new();
    private IndexVersion? _version;

    public LiveWordIndex(IKnowledgeIndex index)
        : this(index, RankingWeights.Default)
    {
    }

    internal LiveWordIndex(IKnowledgeIndex index, RankingWeights weights) => (_index, _weights, _none) = (index, weights, new WordIndex(weights));

    /// <summary>Reads what changed since the last time.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            IndexChanges changes;
            do
            {
                changes = await _index.ReadChangesAsync(_version, Batch, cancellationToken);
                Apply(changes);
                _version = changes.Version;
            }
            while (changes.HasMore);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>Reads from the words of a language, while nothing changes them.</summary>
    internal T Read<T>(string language, Func<WordIndex, T> read) => Read(() => read(WordsOf(language)));

    /// <summary>The same of two languages.</summary>
    internal T Read<T>(string language, string other, Func<WordIndex, WordIndex, T> read) => Read(() => read(WordsOf(language), WordsOf(other)));

    public void Dispose()
    {
        _refreshing.Dispose();
        _lock.Dispose();
    }

    private T Read<T>(Func<T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private void Apply(IndexChanges changes)
    {
        if (!changes.FromNothing && changes.Changed.Count == 0 && changes.Removed.Count == 0)
        {
            return;
        }

        _lock.EnterWriteLock();
        try
        {
            if (changes.FromNothing)
            {
                _languages.Clear();
            }

            foreach (var key in changes.Removed)
            {
                OfLanguage(key).Remove(key);
            }

            foreach (var article in changes.Changed)
            {
                OfLanguage(article.Card.Key).Put(article);
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private WordIndex WordsOf(string language) => _languages.GetValueOrDefault(language) ?? _none;

    private WordIndex OfLanguage(ArticleKey key)
    {
        var language = key.Language;
        if (!_languages.TryGetValue(language, out var words))
        {
            _languages[language] = words = new WordIndex(_weights);
        }

        return words;
    }
}
