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

    /// <summary>How often each is there: once. A bootstrap draws other counts.</summary>
    public int[] Once => [.. Enumerable.Repeat(1, Count)];

    public static ConfidenceSample Of(IReadOnlyList<JudgedTurn> turns) => Of(
        turns.Where(turn => turn.IsFirstRight is not null).Select(turn => (turn.Trace.RetrievalConfidence ?? 0, turn.IsFirstRight!.Value)));

    public static ConfidenceSample Of(IEnumerable<(double Confidence, bool Right)> turns)
    {
        var sample = turns.OrderByDescending(turn => turn.Confidence).ToList();
        return new ConfidenceSample([.. sample.Select(turn => turn.Confidence)], [.. sample.Select(turn => turn.Right)]);
    }
}
