using System.Text.RegularExpressions;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.token_f1</c>: harmonic mean of precision and recall of the answer's tokens against the reference's, as multisets. Informs: a
/// quotation says more than the reference, and is not worse for it. Measured on answers that have a reference.
/// </summary>
public sealed partial class TokenF1Evaluator : TurnEvaluator
{
    public const string Name = "answer.token_f1";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn) =>
        turn.HasAnswered && turn.Gold?.Answer is { } reference && turn.Trace.Sentences is { } sentences
            ? [Share(Name, Between(string.Join(' ', sentences), Redactor.Redact(reference, turn.Record?.Contact.Name)), pass: null)]
            : [];

    internal static double Between(string answer, string reference)
    {
        var expected = Count(reference);
        var given = Count(answer);
        var common = given.Sum(token => Math.Min(token.Value, expected.GetValueOrDefault(token.Key)));
        return common == 0 ? 0 : 2.0 * common / (given.Values.Sum() + expected.Values.Sum());
    }

    private static Dictionary<string, int> Count(string text) =>
        Token().Matches(text).GroupBy(match => match.Value.ToUpperInvariant(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count());

    // Words; numbers with the marks inside them; every other mark by itself.
    [GeneratedRegex(@"\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{N}]")]
    private static partial Regex Token();
}
