namespace IntercomRag.Eval.Report.Html.Charts;

/// <summary>The drawing area of a chart, in the units of its <c>viewBox</c>; both axes begin at zero.</summary>
/// <param name="MaxX">Value at the right end.</param>
/// <param name="MaxY">Value at the top.</param>
public sealed record Frame(double MaxX, double MaxY)
{
    public const double Width = 500;
    public const double Height = 320;
    public const double Left = 52;
    public const double Right = 468;
    public const double Top = 14;
    public const double Bottom = 272;

    public double X(double value) => Left + ((Right - Left) * Math.Clamp(value / MaxX, 0, 1));

    public double Y(double value) => Bottom - ((Bottom - Top) * Math.Clamp(value / MaxY, 0, 1));

    /// <summary>Points of a line: <c>52.0,272.0 60.3,270.1</c>.</summary>
    public string Line(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => $"{Figures.Point(X(point.X))},{Figures.Point(Y(point.Y))}"));

    /// <summary>Marks of an axis from 0 to <paramref name="max"/>, both included.</summary>
    public static IEnumerable<double> Ticks(double max, int parts) => Enumerable.Range(0, parts + 1).Select(i => max * i / parts);
}
