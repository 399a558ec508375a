namespace IntercomRag.Core.Policies;

/// <param name="Supported">Languages the assistant replies in; each needs its messages and its phrases.</param>
/// <param name="Default">For texts whose language cannot be told and customers whose language is unknown.</param>
public sealed record LanguagePolicy(IReadOnlyList<string> Supported, string Default);
