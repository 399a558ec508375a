namespace IntercomRag.Eval.Gate;

/// <summary>How a run compares with the stored baseline, conversation by conversation.</summary>
/// <param name="Passed">False when a rule failed.</param>
/// <param name="Findings">Every rule that was asked, failed ones first.</param>
/// <param name="Comparisons">Measures with pass or fail, by name.</param>
/// <param name="Changes">Conversations that a measure judges otherwise than before: first what turned wrong, then what turned right.</param>
/// <param name="Added">Conversations that the baseline does not know.</param>
/// <param name="Removed">Conversations of the baseline that this run does not have.</param>
public sealed record GateVerdict(
    bool Passed,
    IReadOnlyList<GateFinding> Findings,
    IReadOnlyList<MeasureComparison> Comparisons,
    IReadOnlyList<ConversationChange> Changes,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed);
