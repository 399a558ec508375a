namespace IntercomRag.Core.Embeddings;

/// <summary>A state of the live vectors.</summary>
/// <param name="File">Identity of the store.</param>
/// <param name="Space">The live space; null when there is none.</param>
/// <param name="Number">Grows with every change of an article or of its vectors.</param>
public readonly record struct VectorVersion(string File, long? Space, long Number);
