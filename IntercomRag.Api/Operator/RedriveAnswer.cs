namespace IntercomRag.Api.Operator;

/// <param name="Redriven">Dead letters that were put back: <c>{"redriven":3}</c>.</param>
public sealed record RedriveAnswer(int Redriven);
