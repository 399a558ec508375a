namespace IntercomRag.Eval.Results;

/// <param name="Actions">Names of rows and columns.</param>
/// <param name="Counts">A row for each expected action, a column for each action taken. An accepted action counts as the expected one.</param>
public sealed record ConfusionMatrix(IReadOnlyList<string> Actions, IReadOnlyList<IReadOnlyList<int>> Counts);
