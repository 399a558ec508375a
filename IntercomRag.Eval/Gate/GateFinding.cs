namespace IntercomRag.Eval.Gate;

/// <param name="Rule">Such as <c>hard_zero</c>, <c>sign_test</c>, <c>newly_wrong</c>, <c>floor</c>, <c>lost_measure</c>.</param>
/// <param name="Text">A sentence with the numbers.</param>
public sealed record GateFinding(string Rule, string Metric, bool Failed, string Text);
