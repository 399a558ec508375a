using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.groundedness</c>: share of the answer's sentences that a cited passage supports; passes with all. With captured text, a quoted sentence is
/// supported when the passage that it names has nine in ten of its words, and one that a model wrote as <see cref="WrittenGround"/> says; without, when it
/// names passages of articles that were found and cited.
/// </summary>
public sealed class GroundednessEvaluator : TurnEvaluator
{
    public const string Name = "answer.groundedness";

    private const double SameWords = 0.9;

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        var (trace, support) = (turn.Trace, turn.Trace.Support);
        if (!turn.HasAnswered)
        {
            return [];
        }

        var sentences = trace.Sentences;
        var count = sentences?.Count ?? support.Count;
        var written = turn.IsWritten ? new WrittenGround(trace) : null;
        var found = trace.Documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        var judged = Enumerable.Range(0, count).Where(i => written?.IsLead(i) is not true).ToList();
        var unsupported = judged.Where(i => !(written?.Supports(i) ?? IsSupported(i))).ToList();
        if (judged.Count == 0)
        {
            return [Share(Name, 0, pass: 1, "an answer without a sentence that rests on a passage")];
        }

        var reason = unsupported.Count == 0
            ? null
            : $"not supported: {string.Join(" | ", unsupported.Take(3).Select(i => sentences is null ? $"sentence {i + 1}" : sentences[i]))}";
        return [Share(Name, (double)(judged.Count - unsupported.Count) / judged.Count, pass: 1, reason)];

        bool IsSupported(int i)
        {
            if (i >= support.Count || support[i].Split('#')[0] is not { } article || !found.Contains(article) || !trace.CitedArticles.Contains(article))
            {
                return false;
            }

            if (sentences is null)
            {
                return true;
            }

            if (!trace.PassageTexts.TryGetValue(support[i], out var passage))
            {
                return false;
            }

            var words = TextAnalyzer.Words(sentences[i]).ToList();
            var there = TextAnalyzer.Words(passage).ToHashSet(StringComparer.Ordinal);
            return words.Count(there.Contains) >= SameWords * words.Count;
        }
    }
}
