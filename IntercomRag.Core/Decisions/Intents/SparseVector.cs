namespace IntercomRag.Core.Decisions.Intents;

/// <summary>The features of a text that have a number, each with the same value, so that the vector's length is 1.</summary>
internal sealed record SparseVector(int[] Indexes)
{
    /// <summary>A long text has many features; without the common length its every word would count as much as a short one's.</summary>
    public float Value { get; } = Indexes.Length == 0 ? 0 : 1 / MathF.Sqrt(Indexes.Length);
}
