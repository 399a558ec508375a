namespace IntercomRag.Core.Answers.Generated;

/// <summary>What a model answers to the prompt <c>verify</c>: <c>{"unsupported":[2,5]}</c>.</summary>
/// <param name="Unsupported">Numbers of the sentences, from 1, that their passages do not support.</param>
public sealed record SecondLook(IReadOnlyList<int> Unsupported);
