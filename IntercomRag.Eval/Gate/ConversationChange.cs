using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Gate;

/// <param name="TurnedWrong">False: it turned right.</param>
/// <param name="Metrics">Measures that changed their judgement in this direction.</param>
/// <param name="Question">The customer's last words.</param>
/// <param name="Reason">Why the first of the measures judges so now.</param>
/// <param name="Step">Where the two runs went different ways first: <c>own</c>, <c>understand</c>, <c>retrieve</c>, <c>decide</c>, <c>plan</c>, <c>act</c>.</param>
/// <param name="Difference">What differs there, before → now.</param>
public sealed record ConversationChange(
    string Id,
    bool TurnedWrong,
    IReadOnlyList<string> Metrics,
    string? Question,
    Expectation? Expected,
    Outcome Before,
    Outcome After,
    string? Reason,
    IReadOnlyList<PassageResult> Passages,
    string Step,
    string Difference);
