namespace IntercomRag.Eval.Results;

/// <param name="Kind">Such as <c>unknown_article</c>.</param>
/// <param name="Text">A sentence with the place of the first: file and line.</param>
public sealed record RunWarning(string Kind, int Count, string Text);
