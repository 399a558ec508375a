using IntercomRag.Core.Models;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Judging;
using IntercomRag.Eval.Replay;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Report.Html;
using IntercomRag.Eval.Results;
using IntercomRag.Eval.Scoring;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Judging;

public sealed class AdviceTests
{
    private static readonly JudgeScore s_worst = new("", "nothing of it is there", 1);

    [Fact]
    public async Task Score_WithTheWorstAdvice_ChangesNoMeasureAndNoVerdict()
    {
        var without = await ScoreAsync(null);
        var worst = await ScoreAsync(new ScriptedJudge(s_worst));

        worst.Metrics.ShouldBe(without.Metrics, new MetricComparer());
        worst.Conversations.Select(conversation => conversation.Passed).ShouldBe(without.Conversations.Select(conversation => conversation.Passed));
        worst.Conversations.SelectMany(conversation => conversation.Measures.Keys).ShouldBe(without.Conversations.SelectMany(conversation => conversation.Measures.Keys));
        var gate = new RegressionGate(GateRules.Read(Path.Combine(RepositoryRoot.Folder, "eval", "gate.json")) with { Floors = new Dictionary<string, double>() });
        gate.Judge(Baseline.Of(without), worst).Passed.ShouldBeTrue();
        gate.Judge(Baseline.Of(worst), without).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task Score_WithAJudge_KeepsAdviceApart()
    {
        var result = await ScoreAsync(new ScriptedJudge(s_worst));

        result.Advice!.Keys.ShouldBe(["Completeness", "Groundedness", "Relevance"]);
        result.Advice["Relevance"].ShouldSatisfyAllConditions(metric => metric.Value.ShouldBe(1), metric => metric.N.ShouldBe(2));
        result.Conversations[0].Advice!["Relevance"].Reason.ShouldBe("nothing of it is there");
        Baseline.Of(result).ShouldSatisfyAllConditions(
            baseline => baseline.Advice.ShouldBeNull(), baseline => baseline.Conversations.ShouldAllBe(conversation => conversation.Advice == null));
    }

    [Fact]
    public async Task Reports_WithAdvice_ShowItApartFromTheMeasures()
    {
        var report = new RunReport(await ScoreAsync(new ScriptedJudge(s_worst)), null);
        using var json = new MemoryStream();
        using var html = new MemoryStream();

        await ResultFile.WriteAsync(report.Result, json, TestContext.Current.CancellationToken);
        await new HtmlReportWriter().WriteAsync(report, html, TestContext.Current.CancellationToken);

        MarkdownReportWriter.Text(report).ShouldContain("| Relevance | 1.000 | 1.000 – 1.000 | 2 |");
        System.Text.Json.JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("advice").GetProperty("Relevance").GetProperty("value").GetDouble().ShouldBe(1);
        System.Text.Encoding.UTF8.GetString(html.ToArray()).ShouldContain("id=\"advice\"");
    }

    [Fact]
    public async Task Score_JudgeWithoutAnAnswer_IsCountedAndInNoMean()
    {
        var result = await ScoreAsync(new ScriptedJudge(null, ModelFailure.Unreadable));

        result.Advice!.ShouldBeEmpty();
        result.Warnings.ShouldHaveSingleItem().ShouldBe(new RunWarning("judge_inconclusive", 6, "\"r1\": Relevance: The judge gave no answer: unreadable."));
    }

    private static Task<RunResult> ScoreAsync(IModel? judge)
    {
        var turns = new[] { "r1", "r2" }.Select(id => new ReplayedTurn(
            Turns.Record(articles: ["1"], answer: "12 heures", mustContain: ["12 heures"], id: id),
            Turns.Trace(ranked: ["1"], cited: ["1/fr"], reply: "Jusqu'à 12 heures avant.", passageTexts: new() { ["1/fr#0"] = "Jusqu'à 12 heures avant." }) with { Question = "Quand ?" }));
        return new Scorer(Turns.Catalogue, null, withTimes: false, judge).ScoreAsync(
            new RunInfo("run", "demo", "talks.jsonl", "8f1c22d0", 1, 2), [.. turns], new TraceWarnings(), TestContext.Current.CancellationToken);
    }

    private sealed class MetricComparer : IEqualityComparer<KeyValuePair<string, MetricValue>>
    {
        public bool Equals(KeyValuePair<string, MetricValue> x, KeyValuePair<string, MetricValue> y) =>
            x.Key == y.Key && x.Value.Value == y.Value.Value && x.Value.N == y.Value.N;

        public int GetHashCode(KeyValuePair<string, MetricValue> obj) => obj.Key.GetHashCode(StringComparison.Ordinal);
    }
}
