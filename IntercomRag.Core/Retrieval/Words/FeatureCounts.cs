namespace IntercomRag.Core.Retrieval.Words;

/// <summary>Counts the features of a query in one text after the other, and scores each.</summary>
internal sealed class FeatureCounts(double[] weights)
{
    private readonly double[] _counts = new double[weights.Length];
    private readonly List<int> _counted = [];

    public void Add(int feature, double count)
    {
        if (_counts[feature] == 0)
        {
            _counted.Add(feature);
        }

        _counts[feature] += count;
    }

    /// <summary>The score of what was counted; the next text starts from nothing.</summary>
    public double Take(Bm25 formula, double relativeLength)
    {
        var score = 0.0;
        foreach (var feature in _counted)
        {
            score += weights[feature] * formula.Score(_counts[feature], relativeLength);
            _counts[feature] = 0;
        }

        _counted.Clear();
        return score;
    }
}
