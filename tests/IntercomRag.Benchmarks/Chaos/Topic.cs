namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Ways to ask the same thing.</summary>
/// <param name="Article">Id of the article that answers; known once the question has been asked with nothing going wrong.</param>
internal sealed record Topic(string Language, IReadOnlyList<string> Lines, string? Article = null);
