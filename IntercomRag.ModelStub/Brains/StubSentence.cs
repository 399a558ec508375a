namespace IntercomRag.ModelStub.Brains;

/// <summary>A sentence of an answer and the ids of the passages that it cites.</summary>
internal sealed record StubSentence(string Text, params IReadOnlyList<string> Passages);
