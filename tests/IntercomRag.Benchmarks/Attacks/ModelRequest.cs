namespace IntercomRag.Benchmarks.Attacks;

/// <param name="Prompt">Such as <c>answer</c>.</param>
/// <param name="Text">All of its messages.</param>
internal sealed record ModelRequest(string Prompt, string Text);
