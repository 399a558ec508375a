namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>What a message asks, in words of another language.</summary>
/// <param name="Unknown">Stems of the message that have no translation.</param>
internal sealed record TranslatedQuestion(IReadOnlyList<Translation> Words, IReadOnlyList<string> Unknown);
