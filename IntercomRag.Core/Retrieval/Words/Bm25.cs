namespace IntercomRag.Core.Retrieval.Words;

/// <summary>The BM25 formula.</summary>
/// <param name="Saturation">k1: from how many occurrences on a further one hardly counts.</param>
/// <param name="LengthNormalization">b: how much of a text's length counts against it, in [0, 1].</param>
internal readonly record struct Bm25(double Saturation, double LengthNormalization)
{
    /// <summary>How rare a word is that <paramref name="with"/> of <paramref name="all"/> articles have; never negative.</summary>
    public static double Rarity(int with, int all) => Math.Log(1 + ((all - with + 0.5) / (with + 0.5)));

    /// <summary>Rarity of a word that a single article has: the scale that scores of a Help Center of this size stand on.</summary>
    public static double HighestRarity(int all) => Rarity(1, Math.Max(all, 2));

    /// <param name="frequency">Occurrences of the word, each times the weight of its field.</param>
    /// <param name="relativeLength">Length of the text against the mean one.</param>
    public double Score(double frequency, double relativeLength) =>
        frequency * (Saturation + 1) / (frequency + (Saturation * (1 - LengthNormalization + (LengthNormalization * relativeLength))));
}
