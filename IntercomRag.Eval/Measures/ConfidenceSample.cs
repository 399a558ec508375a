namespace IntercomRag.Eval.Measures;

/// <summary>Confidence against truth, the most confident first; ties in the order of the turns.</summary>
internal sealed class ConfidenceSample
{
    private ConfidenceSample(double[] confidence, bool[] right)
    {
        Confidence = confidence;
        Right = right;
    }

    public double[] Confidence { get; }

    /// <summary>The first article is a right one.</summary>
    public bool[] Right { get; }

    public int Count => Confidence.Length;

    public static ConfidenceSample Of(IReadOnlyList<JudgedTurn> turns)
    {
        var sample = turns.Where(turn => turn.IsFirstRight is not null)
            .Select(turn => (Confidence: turn.Trace.RetrievalConfidence ?? 0, Right: turn.IsFirstRight!.Value))
            .OrderByDescending(turn => turn.Confidence)
            .ToList();
        return new ConfidenceSample([.. sample.Select(turn => turn.Confidence)], [.. sample.Select(turn => turn.Right)]);
    }
}
