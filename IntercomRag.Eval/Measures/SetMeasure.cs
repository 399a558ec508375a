using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Measures;

/// <param name="N">Turns that it is measured on, which are what is drawn in resampling.</param>
/// <param name="Of">From how often each of them counts to the value.</param>
public sealed record SetMeasure(string Name, int N, Func<int[], double?> Of)
{
    private const int Digits = 6;

    public MetricValue Measure()
    {
        var once = new int[N];
        Array.Fill(once, 1);
        var interval = Bootstrap.Interval(N, Of);
        return new MetricValue(
            Of(once) is { } value ? Math.Round(value, Digits) : null,
            N,
            interval is { } bounds ? [Math.Round(bounds.Low, Digits), Math.Round(bounds.High, Digits)] : null);
    }
}
