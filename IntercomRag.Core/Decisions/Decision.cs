namespace IntercomRag.Core.Decisions;

/// <summary>What to do with a turn, and why.</summary>
/// <param name="RuleId">Id of the rule that fired, as <c>docs/decisions.md</c> lists them.</param>
/// <param name="Confidence">Of the evidence, in [0, 1]; 0 when nothing was searched.</param>
public sealed record Decision(
    AssistantAction Action,
    Reason Reason,
    string RuleId,
    Intent Intent,
    Priority Priority,
    double Confidence);
