namespace IntercomRag.Eval.Results;

/// <param name="Role"><c>customer</c>, <c>assistant</c>, <c>human</c> or <c>other_bot</c>: who the turn was replayed as.</param>
public sealed record TurnText(string Role, string Text);
