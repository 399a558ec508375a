namespace IntercomRag.Core.Embeddings;

/// <summary>What a round did.</summary>
/// <param name="Embedded">Passages that have a vector now and had none.</param>
/// <param name="Refused">Passages that the model does not take; their articles are found by words.</param>
/// <param name="Pending">Passages without a vector, the refused ones included.</param>
/// <param name="IsLive">Queries use the configured model's vectors.</param>
/// <param name="Problem">Why the round ended early; null when it did not.</param>
public sealed record EmbeddingReport(string Model, int Embedded, int Refused, int Pending, bool IsLive, string? Problem);
