namespace IntercomRag.Core.Decisions.Intents;

/// <summary>What the classifier learns from: the examples of every language, and the words that mean the same.</summary>
public sealed record IntentLessons(Concepts Concepts, IReadOnlyList<IntentExample> Examples);
