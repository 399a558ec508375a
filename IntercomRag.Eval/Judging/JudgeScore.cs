namespace IntercomRag.Eval.Judging;

/// <summary>What a judging model answers. The thoughts come first, so that the score follows from them.</summary>
/// <param name="Thoughts">Step by step, for whoever doubts the score.</param>
/// <param name="Explanation">One sentence.</param>
/// <param name="Score">From 1 to 5.</param>
public sealed record JudgeScore(string Thoughts, string Explanation, int Score);
