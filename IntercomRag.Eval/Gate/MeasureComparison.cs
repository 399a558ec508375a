namespace IntercomRag.Eval.Gate;

/// <param name="Before">Share that passed in the baseline, over the conversations that both runs measure.</param>
/// <param name="After">The same now.</param>
/// <param name="N">Conversations that both runs measure.</param>
/// <param name="TurnedWrong">Passed before, fail now.</param>
/// <param name="TurnedRight">Failed before, pass now.</param>
/// <param name="PValue">One-sided exact sign test: how likely so many of the changes are for the worse by chance.</param>
public sealed record MeasureComparison(
    string Metric, double? Before, double? After, int N, int TurnedWrong, int TurnedRight, double PValue);
