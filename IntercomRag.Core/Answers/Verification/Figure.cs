namespace IntercomRag.Core.Answers.Verification;

/// <summary>A number with what it counts: "14 jours", "€1,000.50", "9:00", "deux semaines".</summary>
/// <param name="Number">As it stands.</param>
/// <param name="Value">In the base of its measure: minutes, months.</param>
/// <param name="Limit">"up to", "at least".</param>
/// <param name="Side">"before", "after".</param>
internal readonly record struct Figure(decimal Number, decimal Value, Measure Measure, Limit Limit, Side Side)
{
    /// <summary>Whether both say the same number; one that stands in a column or a list often leaves its unit to another place.</summary>
    public bool Matches(Figure other) =>
        (Measure == other.Measure && Value == other.Value)
        || (Number == other.Number && (Measure == Measure.Plain || other.Measure == Measure.Plain))
        || ((Measure, other.Measure) is (Measure.Minutes, Measure.Clock) or (Measure.Clock, Measure.Minutes) && Value == other.Value);

    /// <summary>Whether the other number could stand in this one's place.</summary>
    public bool Rivals(Figure other) => Measure == other.Measure && Value != other.Value;

    /// <summary>The same where units stand in the head of a column.</summary>
    public bool RivalsInColumn(Figure other) => other.Measure == Measure.Plain && Number != other.Number;

    /// <summary>Whether a text that says this is supported by one that says the other.</summary>
    public bool AgreesWith(Figure other) =>
        (Side == other.Side || Side == Side.None || other.Side == Side.None)
        && (Limit == other.Limit || Limit == Limit.None || (other.Limit == Limit.None && Limit == Limit.AtMost));
}
