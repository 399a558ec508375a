using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.groundedness</c>: share of the answer's sentences that a cited passage supports; passes with all. With captured text, a sentence is
/// supported when the passage that it names has nine in ten of its words; without, when it names a passage of an article that was found and cited.
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
        if (count == 0)
        {
            return [Share(Name, 0, pass: 1, "an answer without a sentence that rests on a passage")];
        }

        var found = trace.Documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        var unsupported = Enumerable.Range(0, count).Where(i => !IsSupported(i)).ToList();
        var reason = unsupported.Count == 0
            ? null
            : $"not supported: {string.Join(" | ", unsupported.Take(3).Select(i => sentences is null ? $"sentence {i + 1}" : sentences[i]))}";
        return [Share(Name, (double)(count - unsupported.Count) / count, pass: 1, reason)];

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
