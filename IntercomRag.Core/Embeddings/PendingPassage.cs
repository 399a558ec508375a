namespace IntercomRag.Core.Embeddings;

/// <summary>A passage without a vector.</summary>
/// <param name="Hash">Of <paramref name="Text"/>.</param>
/// <param name="Text"><see cref="PassageText"/>.</param>
/// <param name="Source">Which article has it, for messages: <c>1003/fr#2</c>; one of them, when several do.</param>
public sealed record PendingPassage(string Hash, string Text, string Source);
