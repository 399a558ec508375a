namespace IntercomRag.Eval.Measures;

/// <summary>
/// <c>abstention.auroc</c>: how likely a turn whose first article is right has a higher confidence than one whose is not; ties count half. 0.5 is
/// guessing.
/// </summary>
public sealed class AurocMeasure : ISetMeasure
{
    private const string Name = "abstention.auroc";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns)
    {
        var sample = ConfidenceSample.Of(turns);
        return sample.Right.Any(right => right) && sample.Right.Any(right => !right)
            ? [new SetMeasure(Name, sample.Count, counts => Area(sample, counts))]
            : [];
    }

    /// <summary>Null where all are right, or none.</summary>
    /// <remarks>One walk from the least confident up: each right turn wins against the wrong ones below it, and half against those of equal confidence.</remarks>
    internal static double? Area(ConfidenceSample sample, int[] counts)
    {
        var (wins, wrongBelow, rights) = (0.0, 0.0, 0.0);
        for (var i = sample.Count - 1; i >= 0;)
        {
            var (right, wrong, confidence) = (0, 0, sample.Confidence[i]);
            for (; i >= 0 && sample.Confidence[i] == confidence; i--)
            {
                right += sample.Right[i] ? counts[i] : 0;
                wrong += sample.Right[i] ? 0 : counts[i];
            }

            wins += right * (wrongBelow + (0.5 * wrong));
            wrongBelow += wrong;
            rights += right;
        }

        return rights > 0 && wrongBelow > 0 ? wins / (rights * wrongBelow) : null;
    }
}
