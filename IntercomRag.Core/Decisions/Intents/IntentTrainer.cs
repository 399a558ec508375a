namespace IntercomRag.Core.Decisions.Intents;

/// <summary>Trains the classifier from examples. Deterministic: the same examples give the same weights, whatever their order in the file.</summary>
public static class IntentTrainer
{
    /// <summary>Parts of the cross-validation that the probabilities come from.</summary>
    private const int Folds = 5;

    /// <summary>Weight of an example's error. Chosen by cross-validation on the examples (docs/intents.md).</summary>
    private const float Cost = 16;

    public static IntentClassifier Train(IntentLessons lessons)
    {
        var features = new IntentFeatures(lessons.Concepts);
        var rows = Read(lessons.Examples, features);
        var signals = SignalsOf(rows);
        var (vocabulary, weights) = Fit(rows, signals);
        var scales = Scales(rows, signals, HeldOutScores(rows, signals));
        return new IntentClassifier(features, vocabulary, weights, [.. signals.Zip(scales)]);
    }

    /// <summary>For each example, the probabilities that a classifier gives it that was trained without its fold.</summary>
    public static IReadOnlyList<(IntentExample Example, IReadOnlyDictionary<Signal, double> Probabilities)> CrossValidate(IntentLessons lessons)
    {
        var rows = Read(lessons.Examples, new IntentFeatures(lessons.Concepts));
        var signals = SignalsOf(rows);
        var held = HeldOutScores(rows, signals);
        var scales = Scales(rows, signals, held);
        return
        [
            .. rows.Select((row, i) => (
                row.Example,
                (IReadOnlyDictionary<Signal, double>)signals.Select((signal, s) => (signal, scales[s].Of(held[i][s]))).ToDictionary())),
        ];
    }

    private static (IntentVocabulary Vocabulary, WeightTable Weights) Fit(List<Row> rows, List<Signal> signals)
    {
        var vocabulary = new IntentVocabulary(rows.Select(row => row.Features));
        var vectors = rows.ConvertAll(row => vocabulary.Vector(row.Features));
        var labels = rows.ConvertAll(row => row.Example.Signal is { } signal ? signals.IndexOf(signal) : -1);
        return (vocabulary, LogisticRegression.Fit(vectors, labels, vocabulary.Count, signals.Count, Cost));
    }

    // Folds do not touch each other, so they are worked on side by side.
    private static float[][] HeldOutScores(List<Row> rows, List<Signal> signals)
    {
        var scores = new float[rows.Count][];
        Parallel.For(0, Folds, fold =>
        {
            var (vocabulary, weights) = Fit(rows.FindAll(row => row.Fold != fold), signals);
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Fold == fold)
                {
                    scores[i] = new float[weights.Width];
                    weights.Score(vocabulary.Vector(rows[i].Features), scores[i]);
                }
            }
        });
        return scores;
    }

    private static List<ProbabilityScale> Scales(List<Row> rows, List<Signal> signals, float[][] held) =>
        [.. signals.Select((signal, s) => ProbabilityScale.Fit([.. rows.Select((row, i) => ((double)held[i][s], row.Example.Signal == signal))]))];

    private static List<Signal> SignalsOf(List<Row> rows) => [.. rows.Select(row => row.Example.Signal).OfType<Signal>().Distinct().Order()];

    // Every fold has its share of every intent and language. What order the files have must not matter.
    private static List<Row> Read(IEnumerable<IntentExample> examples, IntentFeatures features) =>
    [
        .. examples
            .GroupBy(example => (example.Signal, example.Language))
            .OrderBy(group => group.Key.Signal)
            .ThenBy(group => group.Key.Language, StringComparer.Ordinal)
            .SelectMany(group => group
                .OrderBy(example => example.Text, StringComparer.Ordinal)
                .Select((example, i) => new Row(example, features.Of(CustomerSentences.Split(example.Text)), i % Folds))),
    ];

    private sealed record Row(IntentExample Example, IReadOnlySet<string> Features, int Fold);
}
