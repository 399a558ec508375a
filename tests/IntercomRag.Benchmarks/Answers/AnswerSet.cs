namespace IntercomRag.Benchmarks.Answers;

/// <summary>The questions of one data set.</summary>
internal sealed record AnswerSet(string Name, IReadOnlyList<AnswerCase> Cases);
