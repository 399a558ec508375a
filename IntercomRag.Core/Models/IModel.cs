namespace IntercomRag.Core.Models;

/// <summary>
/// Asks the configured model for a structured answer. It has no tools and remembers nothing. Whatever the model or its server does wrong is a
/// <see cref="ModelFailure"/>, never an exception; only cancellation by the caller throws.
/// </summary>
public interface IModel
{
    /// <summary>Whether a model is configured. Where there is none, every answer is <see cref="ModelFailure.Off"/>.</summary>
    bool IsConfigured { get; }

    /// <typeparam name="T">A record whose JSON schema is sent along and whose properties are all required.</typeparam>
    Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class;
}
