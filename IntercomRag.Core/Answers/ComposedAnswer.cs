namespace IntercomRag.Core.Answers;

/// <summary>What an answerer came to.</summary>
/// <param name="Draft">Null when there is no answer after all.</param>
/// <param name="RuleId">Why there is none; see <see cref="AnswerRules"/>.</param>
public sealed record ComposedAnswer(AnswerDraft? Draft, string RuleId = AnswerRules.Unsupported)
{
    /// <summary>It is for the team to read, and not for the customer.</summary>
    public bool IsSuggestion { get; init; }
}
