namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.links_known</c>: every address in the reply is that of a published article, or, when the articles are not known, of one that was found.
/// A hard zero of the gate.
/// </summary>
public sealed class LinksKnownEvaluator : TurnEvaluator
{
    public const string Name = "answer.links_known";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Trace.ReplyLength is null)
        {
            return [];
        }

        IReadOnlySet<string> known = turn.Catalogue?.Links ?? turn.Trace.Documents.Select(document => document.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unknown = turn.Trace.Links.Where(link => !known.Contains(link)).ToList();
        return [YesNo(Name, unknown.Count == 0, unknown.Count == 0 ? null : $"unknown: {string.Join(", ", unknown)}")];
    }
}
