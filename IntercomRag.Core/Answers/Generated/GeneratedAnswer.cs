namespace IntercomRag.Core.Answers.Generated;

/// <summary>
/// What a model answers to the prompt <c>answer</c>:
/// <code>{"answerable":true,"sentences":[{"text":"1. Open Settings &gt; Billing.","passages":["p1"]},{"text":"Solo costs €29 a month.","passages":["p1","p3"]}]}</code>
/// </summary>
/// <param name="Answerable">False when the passages do not answer.</param>
/// <param name="Sentences">In order; empty when not answerable.</param>
public sealed record GeneratedAnswer(bool Answerable, IReadOnlyList<GeneratedSentence> Sentences);
