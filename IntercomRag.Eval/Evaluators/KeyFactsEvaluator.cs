using System.Globalization;
using System.Text.RegularExpressions;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.key_facts</c>: share of the facts of <c>must_contain</c> that the reply has; passes with all of them. White space and capitals are
/// alike. Measured on answers; where no answer came, the decision is what is judged.
/// </summary>
public sealed partial class KeyFactsEvaluator : TurnEvaluator
{
    public const string Name = "answer.key_facts";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (!turn.HasAnswered || turn.Gold is not { MustContain: { Count: > 0 } facts } || turn.Trace.Reply is not { } reply)
        {
            return [];
        }

        // The trace holds no personal data, so a fact is looked for as it stands there.
        var text = Plain(reply);
        var missing = facts.Where(fact => !text.Contains(Plain(Redactor.Redact(fact, turn.Record?.Contact.Name)), StringComparison.Ordinal)).ToList();
        var reason = missing.Count == 0 ? null : $"missing: {string.Join("; ", missing)}";
        return [Share(Name, (double)(facts.Count - missing.Count) / facts.Count, pass: 1, reason)];
    }

    private static string Plain(string text) =>
        WhiteSpace().Replace(text.Replace('’', '\''), " ").ToLower(CultureInfo.InvariantCulture);

    // No-break spaces of all widths are white space to .NET too.
    [GeneratedRegex(@"[\s\u202F\u00A0]+")]
    private static partial Regex WhiteSpace();
}
