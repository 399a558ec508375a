namespace IntercomRag.Core.Embeddings;

/// <param name="Hash">Of the passage's text.</param>
/// <param name="Vector">Of length 1.</param>
public readonly record struct PassageVector(string Hash, ReadOnlyMemory<float> Vector);
