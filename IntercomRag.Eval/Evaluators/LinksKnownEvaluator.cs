namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.links_known</c>: every address in the reply is that of a published article, or one that a published article names. When the articles are
/// not known, those that were found take their place. A hard zero of the gate.
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

        var unknown = turn.Trace.Links.Where(link => !IsKnown(link, turn)).ToList();
        return [YesNo(Name, unknown.Count == 0, unknown.Count == 0 ? null : $"unknown: {string.Join(", ", unknown)}")];
    }

    private static bool IsKnown(string link, TurnEvaluationContext turn) => turn.Catalogue is { } catalogue
        ? catalogue.Links.Contains(link) || catalogue.Addresses.Contains(link)
        : turn.Trace.Documents.Any(document => document.Url == link)
            || turn.Trace.PassageTexts.Values.Any(text => text.Contains(link, StringComparison.Ordinal));
}
