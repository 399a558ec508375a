namespace IntercomRag.Eval.Measures;

/// <summary>A measure over many turns that is more than a mean, such as a precision or an area under a curve.</summary>
public interface ISetMeasure
{
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The measures of these turns; those that no turn tells about are left out.</summary>
    IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns);
}
