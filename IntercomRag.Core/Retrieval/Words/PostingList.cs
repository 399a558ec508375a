namespace IntercomRag.Core.Retrieval.Words;

/// <summary>The articles that have a stem, with how often, in the order in which they were added.</summary>
internal sealed class PostingList
{
    private int[] _articles = new int[2];
    private float[] _frequencies = new float[2];
    private int _length;

    /// <summary>Articles with the stem that are still in the index.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<int> Articles => _articles.AsSpan(0, _length);

    /// <summary>Occurrences in the article of the same place, each times the weight of its field.</summary>
    public ReadOnlySpan<float> Frequencies => _frequencies.AsSpan(0, _length);

    public void Add(int article, float frequency)
    {
        if (_length == _articles.Length)
        {
            Array.Resize(ref _articles, _length * 2);
            Array.Resize(ref _frequencies, _length * 2);
        }

        _articles[_length] = article;
        _frequencies[_length++] = frequency;
        Count++;
    }

    /// <summary>One article less; its entry stays until <see cref="Sweep"/>.</summary>
    public void Forget() => Count--;

    public void Sweep(Func<int, bool> isThere)
    {
        var kept = 0;
        for (var i = 0; i < _length; i++)
        {
            if (isThere(_articles[i]))
            {
                _articles[kept] = _articles[i];
                _frequencies[kept++] = _frequencies[i];
            }
        }

        _length = kept;
    }
}
