using System.Numerics;
using System.Runtime.InteropServices;

namespace IntercomRag.Core.Decisions.Intents;

/// <summary>
/// Weights of every feature for every signal. Those of one feature lie side by side, so that one pass over the features of a text scores all
/// signals at once, several in one instruction.
/// </summary>
internal sealed class WeightTable(int features, int signals)
{
    private readonly int _lanes = (signals + Vector<float>.Count - 1) / Vector<float>.Count;

    // The row behind the last feature is the constant, which every text has.
    private readonly Vector<float>[] _weights =
        new Vector<float>[(features + 1) * ((signals + Vector<float>.Count - 1) / Vector<float>.Count)];

    /// <summary>Length of the spans below: the signals, filled up to whole vectors.</summary>
    public int Width => _lanes * Vector<float>.Count;

    public float Weight(int feature, int signal) => Row(feature)[signal];

    /// <param name="scores">Gets a score a signal; <see cref="Width"/> long.</param>
    public void Score(SparseVector text, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var feature in text.Indexes)
        {
            for (var lane = 0; lane < sums.Length; lane++)
            {
                sums[lane] += _weights[(feature * _lanes) + lane];
            }
        }

        for (var lane = 0; lane < sums.Length; lane++)
        {
            sums[lane] = (sums[lane] * text.Value) + _weights[(features * _lanes) + lane];
        }
    }

    /// <param name="by">What to move each signal's weights by along the text; <see cref="Width"/> long.</param>
    public void Add(SparseVector text, ReadOnlySpan<float> by)
    {
        var steps = MemoryMarshal.Cast<float, Vector<float>>(by);
        for (var lane = 0; lane < steps.Length; lane++)
        {
            var step = steps[lane] * text.Value;
            foreach (var feature in text.Indexes)
            {
                _weights[(feature * _lanes) + lane] += step;
            }

            _weights[(features * _lanes) + lane] += steps[lane];
        }
    }

    private Span<float> Row(int feature) => MemoryMarshal.Cast<Vector<float>, float>(_weights.AsSpan(feature * _lanes, _lanes));
}
