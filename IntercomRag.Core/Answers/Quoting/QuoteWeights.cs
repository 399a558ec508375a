namespace IntercomRag.Core.Answers.Quoting;

/// <summary>What each of the <see cref="UnitSigns"/> counts for, and how a quotation is shared out.</summary>
internal sealed record QuoteWeights
{
    public static QuoteWeights Default { get; } = new();

    public double Asked { get; init; } = 1;

    public double Earlier { get; init; } = 0.3;

    public double Heading { get; init; } = 0.6;

    public double Replied { get; init; } = 0.5;

    public double Passage { get; init; } = 0.3;

    public double Form { get; init; } = 0.3;

    public double Early { get; init; } = 0.2;

    public double Opening { get; init; } = 0.1;

    /// <summary>Characters that running text is filled up to; a list or table may take up to <see cref="Quoter.Longest"/>.</summary>
    public int Target { get; init; } = 550;

    /// <summary>Share of <see cref="Target"/> for a second place in the article.</summary>
    public double SecondPlace { get; init; } = 0.35;

    /// <summary>Score of the second place's best unit, as a share of the first's, below which there is none.</summary>
    public double SecondLeast { get; init; } = 0.7;

    /// <summary>What its own words say, wherever it stands.</summary>
    public double Relevance(UnitSigns signs) => (Asked * signs.Asked) + (Earlier * signs.Earlier);

    public double Score(UnitSigns signs) =>
        Relevance(signs) +
        (Heading * signs.Heading) +
        (Replied * signs.Replied) +
        (Passage * signs.Passage) +
        (Form * signs.Form) +
        (Early * signs.Early) +
        (Opening * signs.Opening);
}
