using System.Globalization;
using System.Text;
using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report;

/// <summary><c>summary.md</c>: fit for a comment on a pull request.</summary>
public sealed class MarkdownReportWriter : IReportWriter
{
    private const int MostWrong = 30;
    private const int MostRight = 10;

    private static readonly string[] s_headline =
    [
        "decision.accuracy", "decision.escalation.f1", "retrieval.recall@1", "retrieval.recall@5", "answer.key_facts", "answer.groundedness",
        "abstention.auroc", "abstention.ece",
    ];

    public string FileName => "summary.md";

    public async Task WriteAsync(RunReport report, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(Text(report).AsMemory(), cancellationToken);
    }

    public static string Text(RunReport report)
    {
        var text = new StringBuilder();
        if (report.Verdict is { } verdict)
        {
            AddVerdict(text, verdict);
        }

        AddMetrics(text, report);
        if (report.Verdict is { } changes)
        {
            AddChanges(text, "Turned wrong", [.. changes.Changes.Where(change => change.TurnedWrong)], MostWrong);
            AddChanges(text, "Turned right", [.. changes.Changes.Where(change => !change.TurnedWrong)], MostRight);
        }

        if (report.Result.Advice is { } advice)
        {
            AddAdvice(text, advice);
        }

        AddWarnings(text, report.Result.Warnings);
        return text.ToString();
    }

    private static void AddVerdict(StringBuilder text, GateVerdict verdict)
    {
        var wrong = verdict.Changes.Count(change => change.TurnedWrong);
        text.Append(verdict.Passed ? "## Evaluation: passed" : "## Evaluation: regression").Append("\n\n");
        text.Append(Invariant($"{wrong} conversations turned wrong, {verdict.Changes.Count - wrong} turned right.\n\n"));
        foreach (var finding in verdict.Findings.Where(finding => finding.Failed))
        {
            text.Append(Invariant($"* **{finding.Rule}** {Escape(finding.Text)}\n"));
        }

        text.Append(verdict.Passed ? "" : "\n");
    }

    private static void AddMetrics(StringBuilder text, RunReport report)
    {
        var compared = report.Verdict?.Comparisons.ToDictionary(comparison => comparison.Metric) ?? [];
        var names = s_headline.Concat(compared.Values.Where(comparison => comparison.TurnedWrong + comparison.TurnedRight > 0).Select(comparison => comparison.Metric))
            .Distinct()
            .Where(report.Result.Metrics.ContainsKey);
        text.Append("| measure | value | 95 % | n | turned wrong | turned right | p |\n|---|---|---|---|---|---|---|\n");
        foreach (var name in names)
        {
            var metric = report.Result.Metrics[name];
            text.Append(Invariant($"| `{name}` | {Number(metric.Value)} | {Interval(metric)} | {metric.N} |"));
            text.Append(compared.TryGetValue(name, out var comparison)
                ? Invariant($" {comparison.TurnedWrong} | {comparison.TurnedRight} | {comparison.PValue:0.000} |\n")
                : " | | |\n");
        }

        text.Append('\n');
    }

    private static void AddAdvice(StringBuilder text, IReadOnlyDictionary<string, MetricValue> advice)
    {
        text.Append("### Advice\n\nWhat a model thinks of the answers, from 1 to 5. It judges nothing here: no gate listens.\n\n");
        text.Append("| advice | mean | 95 % | n |\n|---|---|---|---|\n");
        foreach (var (name, metric) in advice)
        {
            text.Append(Invariant($"| {name} | {Number(metric.Value)} | {Interval(metric)} | {metric.N} |\n"));
        }

        text.Append('\n');
    }

    private static void AddChanges(StringBuilder text, string title, IReadOnlyList<ConversationChange> changes, int most)
    {
        if (changes.Count == 0)
        {
            return;
        }

        text.Append(Invariant($"### {title} ({changes.Count})\n\n"));
        foreach (var change in changes.Take(most))
        {
            var passages = string.Join(", ", change.Passages.Select(passage => Invariant($"{passage.Id} {passage.Score:0.0}{(passage.IsRight ? " ✓" : "")}")));
            text.Append(Invariant($"* `{change.Id}` “{Escape(Short(change.Question ?? ""))}”\n"));
            text.Append(Invariant($"  expected {Expected(change.Expected)}, got {change.After.Action} ({change.After.Rule ?? change.After.Reason}), before {change.Before.Action} ({change.Before.Rule ?? change.Before.Reason})\n"));
            text.Append(Invariant($"  {string.Join(", ", change.Metrics)}{(change.Reason is null ? "" : ": " + Escape(Short(change.Reason)))}\n"));
            text.Append(Invariant($"  went another way in **{change.Step}**: {Escape(change.Difference)}\n"));
            text.Append(passages.Length == 0 ? "" : Invariant($"  passages: {passages}\n"));
        }

        text.Append(changes.Count > most ? Invariant($"* … and {changes.Count - most} more, in the report\n\n") : "\n");
    }

    private static void AddWarnings(StringBuilder text, IReadOnlyList<RunWarning> warnings)
    {
        foreach (var warning in warnings)
        {
            text.Append(Invariant($"* warning `{warning.Kind}` ({warning.Count}): {Escape(warning.Text)}\n"));
        }
    }

    private static string Expected(Expectation? expected) => expected switch
    {
        null => "nothing",
        { Accept.Count: > 0 } => $"{expected.Action} or {string.Join(" or ", expected.Accept)}",
        { ArticleIds.Count: > 0 } => $"{expected.Action} from {string.Join(", ", expected.ArticleIds)}",
        _ => expected.Action ?? "nothing",
    };

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string Interval(MetricValue metric) => metric.Interval is [var low, var high] ? $"{Number(low)} – {Number(high)}" : "–";

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";

    private static string Escape(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(" @", " @\u200B", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
