namespace IntercomRag.Core.Embeddings;

/// <summary>A model gave no vectors that can be used. The message says what it did and holds none of the text.</summary>
public sealed class EmbeddingException(EmbeddingFailure failure, string message, Exception? cause = null) : Exception(message, cause)
{
    public EmbeddingFailure Failure { get; } = failure;
}
