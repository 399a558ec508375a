namespace IntercomRag.Core.Retrieval;

/// <summary>Every number that the ranking rests on, the same for all Help Centers and both languages. docs/retrieval.md says what each is worth.</summary>
internal sealed record RankingWeights
{
    public static RankingWeights Default { get; } = new();

    /// <summary>What a word of the title counts for in an article, against one in its text.</summary>
    public float Title { get; init; } = 3;

    /// <summary>The same for a word of a heading above a passage, or of the description.</summary>
    public float Heading { get; init; } = 2;

    /// <summary>What a word counts for in any of its forms…</summary>
    public double Stem { get; init; } = 0.75;

    /// <summary>…and what the very word adds.</summary>
    public double Word { get; init; } = 0.25;

    /// <summary>What two words add that follow one another in the article as in the question.</summary>
    public double Pair { get; init; } = 0.2;

    /// <summary>Stop words count for what they tell of the phrasing ("c'est quoi", "how long").</summary>
    public double StopWord { get; init; } = 0.3;

    /// <summary>What a word counts for that stands in place of a mistyped one, as a share.</summary>
    public double Guess { get; init; } = 0.7;

    /// <summary>What an article's best sentence counts for, against the article as a whole.</summary>
    public double Sentence { get; init; } = 1;

    /// <summary>Chance that the customer's next message is about the same article.</summary>
    public double StaysForCustomer { get; init; } = 0.9;

    /// <summary>The same for what is answered to it.</summary>
    public double StaysForAnswer { get; init; } = 0.99;

    /// <summary>What a unit of a word score tells, as a logarithm of odds.</summary>
    public double Sharpness { get; init; } = 0.42;

    /// <summary>What the words of an answer tell against those of the customer: answers wander. At 0 answers are passed over.</summary>
    public double Answer { get; init; } = 0.6;
}
