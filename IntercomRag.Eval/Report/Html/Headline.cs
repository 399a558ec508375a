using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Report.Html;

/// <summary>A measure that the summary shows large.</summary>
/// <param name="Metric">Its name in <c>results.json</c>.</param>
/// <param name="Title">In words.</param>
/// <param name="Meaning">What the number says, in one sentence.</param>
public sealed record Headline(string Metric, string Title, string Meaning)
{
    /// <summary>In the order of the summary; those that a run does not have are left out.</summary>
    public static IReadOnlyList<Headline> All { get; } =
    [
        new(ActionEvaluator.Name, "Right action", "Answered, asked back, offered, handed over or kept silent as the label says."),
        new("retrieval.recall@1", "Right article first", "The first article found is one that answers."),
        new("retrieval.recall@5", "Right article among five", "One of the first five articles found answers."),
        new(KeyFactsEvaluator.Name, "Key facts told", "Of the facts without which an answer is useless, those that the answers given hold."),
        new("decision.escalation.recall", "Handovers made", "Of the conversations that need a human, those that got one."),
        new("decision.escalation.precision", "Handovers needed", "Of the conversations handed over, those that needed it."),
        new("abstention.auroc", "Knows what it knows", "How well the confidence tells right answers from wrong ones; 0.5 is chance."),
        new("abstention.ece", "Confidence error", "How far the confidence is from the share that is right; less is better."),
    ];
}
