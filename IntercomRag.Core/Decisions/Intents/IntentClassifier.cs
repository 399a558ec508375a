namespace IntercomRag.Core.Decisions.Intents;

/// <summary>
/// Tells what a sentence shows, in wordings that no phrase lists: one linear classifier a signal, over words, pairs of words and
/// <see cref="Concepts"/>. Immutable; made by <see cref="IntentTrainer"/>.
/// </summary>
public sealed class IntentClassifier
{
    private const int ShownFeatures = 5;

    private readonly IntentFeatures _features;
    private readonly IntentVocabulary _vocabulary;
    private readonly WeightTable _weights;
    private readonly IReadOnlyList<(Signal Signal, ProbabilityScale Scale)> _signals;

    internal IntentClassifier(
        IntentFeatures features, IntentVocabulary vocabulary, WeightTable weights, IReadOnlyList<(Signal Signal, ProbabilityScale Scale)> signals)
    {
        _features = features;
        _vocabulary = vocabulary;
        _weights = weights;
        _signals = signals;
    }

    /// <summary>The probability of every signal there were examples of.</summary>
    public IReadOnlyDictionary<Signal, double> Classify(string sentence)
    {
        var scores = new float[_weights.Width];
        _weights.Score(_vocabulary.Vector(_features.Of([sentence])), scores);
        return _signals.Select((item, i) => (item.Signal, Probability: item.Scale.Of(scores[i]))).ToDictionary(item => item.Signal, item => item.Probability);
    }

    /// <summary>The features of a sentence that speak most for a signal, strongest first, as <c>remboursez +1.31</c>. They quote the customer.</summary>
    public IReadOnlyList<string> Explain(string sentence, Signal signal)
    {
        var number = _signals.ToList().FindIndex(item => item.Signal == signal);
        return number < 0 ? [] : _vocabulary.Explain(_features.Of([sentence]), feature => _weights.Weight(feature, number), ShownFeatures);
    }
}
