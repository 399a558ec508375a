namespace IntercomRag.Core.Answers.Verification;

/// <summary><c>policies/wording.&lt;language&gt;.json</c>.</summary>
/// <param name="Same">Words and phrases that may stand for one another in an answer: <c>[["choose", "select", "pick"], …]</c>.</param>
/// <param name="Fillers">Words that add nothing to a sentence.</param>
public sealed record WordingFile(IReadOnlyList<IReadOnlyList<string>> Same, IReadOnlyList<string> Fillers);
