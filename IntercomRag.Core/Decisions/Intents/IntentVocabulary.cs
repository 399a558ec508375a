using System.Globalization;

namespace IntercomRag.Core.Decisions.Intents;

/// <summary>The features that count, by number: those that at least two examples share. What only one has tells nothing of the next text.</summary>
internal sealed class IntentVocabulary
{
    private const int LeastExamples = 2;

    private readonly Dictionary<string, int> _numbers;

    public IntentVocabulary(IEnumerable<IReadOnlySet<string>> examples)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in examples.SelectMany(example => example))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        _numbers = counts.Where(entry => entry.Value >= LeastExamples)
            .Select(entry => entry.Key)
            .Order(StringComparer.Ordinal)
            .Select((feature, number) => (feature, number))
            .ToDictionary(entry => entry.feature, entry => entry.number, StringComparer.Ordinal);
    }

    public int Count => _numbers.Count;

    public SparseVector Vector(IReadOnlySet<string> features)
    {
        var indexes = new List<int>(features.Count);
        foreach (var feature in features)
        {
            if (_numbers.TryGetValue(feature, out var number))
            {
                indexes.Add(number);
            }
        }

        indexes.Sort();
        return new SparseVector([.. indexes]);
    }

    /// <summary>The features that speak most for a signal, strongest first, as <c>remboursez +1.31</c>.</summary>
    public IReadOnlyList<string> Explain(IReadOnlySet<string> features, Func<int, float> weight, int count)
    {
        var value = Vector(features).Value;
        return
        [
            .. features.Where(_numbers.ContainsKey)
                .Select(feature => (Feature: feature, Weight: weight(_numbers[feature]) * value))
                .Where(item => item.Weight > 0)
                .OrderByDescending(item => item.Weight)
                .ThenBy(item => item.Feature, StringComparer.Ordinal)
                .Take(count)
                .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Feature} +{item.Weight:0.00}")),
        ];
    }
}
