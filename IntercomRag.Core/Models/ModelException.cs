namespace IntercomRag.Core.Models;

/// <summary>
/// A model or its server did not give an answer. Thrown inside of the chain of clients; <see cref="ChatModel"/> makes an answer of it. The message
/// holds no text of the prompt and no key.
/// </summary>
public sealed class ModelException(ModelFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ModelFailure Failure { get; } = failure;

    /// <summary>How long the server asks to be left alone; null when it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the server had begun to work on the answer, so that tokens may be charged for it.</summary>
    public bool MayBeCharged { get; init; }
}
