using IntercomRag.Core.Prompts;

namespace IntercomRag.Core.Answers.Generated;

/// <summary>One sentence, or one item of a list.</summary>
/// <param name="Text">An item begins with <c>- </c> or, for a step, <c>1. </c>.</param>
/// <param name="Passages">Ids of <see cref="ListedPassages"/> that it rests on.</param>
public sealed record GeneratedSentence(string Text, IReadOnlyList<string> Passages);
