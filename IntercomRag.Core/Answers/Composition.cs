namespace IntercomRag.Core.Answers;

/// <summary>A decision in words, or why there are none.</summary>
/// <param name="Reply">Null when an answer was decided but none holds.</param>
/// <param name="RuleId">Why; see <see cref="AnswerRules"/>.</param>
public sealed record Composition(Reply? Reply, string RuleId = AnswerRules.Unsupported);
