using IntercomRag.Eval.Report;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Tests.Report;

/// <summary>A small result: one conversation that passed, one that failed, one that was not judged.</summary>
internal static class SampleRun
{
    public static ConversationResult Passed { get; } = Conversation("demo-fr-1", "fr", passed: true);

    public static ConversationResult Failed { get; } = Conversation("demo-en-1", "en", passed: false) with
    {
        Got = Got("escalate", "low_confidence"),
        Measures = new Dictionary<string, MeasureResult>
        {
            ["decision.accuracy"] = new(0, Passed: false, "escalate instead of answer"),
            ["retrieval.ndcg@10"] = new(0.63, Passed: null, Reason: null),
            ["answer.key_facts"] = new(0.5, Passed: false, "missing: 12 hours"),
        },
    };

    public static ConversationResult NotJudged { get; } = Conversation("demo-en-2", "en", passed: null) with
    {
        Expected = null,
        Measures = new Dictionary<string, MeasureResult>(),
    };

    public static RunReport Report(params ConversationResult[] conversations) => new(Result(conversations), Verdict: null);

    public static RunResult Result(params ConversationResult[] conversations) => new(
        new RunInfo("dotnet run --project IntercomRag.Eval -- run", "demo", "eval/conversations.jsonl", "8f1c22d0", ArticleCount: 12, conversations.Length),
        new Dictionary<string, MetricValue>
        {
            ["decision.accuracy"] = new(0.5, 2, [0.1, 0.9]),
            ["abstention.ece"] = new(0.062, 2, [0.02, 0.1]),
            ["latency.turn.p95"] = new(12.34, 2, Interval: null),
        },
        new Dictionary<string, IReadOnlyDictionary<string, MetricValue>>
        {
            ["locale=fr"] = new Dictionary<string, MetricValue> { ["decision.accuracy"] = new(1, 1, Interval: null) },
        },
        new Charts(
            new ConfusionMatrix(["answer", "escalate"], [[1, 1], [0, 0]]),
            [new ReliabilityBin(0.4, 0.5, 3, 0.44, 0.333333), new ReliabilityBin(0.9, 1, 5, 0.95, 1)],
            [new RiskCoveragePoint(0.9, 0.5, 0), new RiskCoveragePoint(0.4, 1, 0.25)]),
        [new RunWarning("gold_missing", 1, "eval/conversations.jsonl:3: no gold label")],
        conversations);

    public static ConversationResult Conversation(string id, string locale, bool? passed) => new(
        id,
        locale,
        "demo",
        [new TurnText("customer", "How late can I cancel?")],
        new Expectation("answer", ["offer"], "evidence", ["1020"], "12 hours before the start", ["12 hours"], Answerable: true),
        Got("answer", "evidence"),
        [
            new PassageResult("1020/en#0", "1020", 7.5, 9.25, IsRight: true, IsCited: true, "Booking rules", "Free cancellation until 12 hours before the start"),
            new PassageResult("1003/en#4", "1003", 5.5, 4.5, IsRight: false, IsCited: false, Title: null, Text: null),
        ],
        new Dictionary<string, MeasureResult> { ["decision.accuracy"] = new(1, passed, Reason: null) },
        passed,
        [
            new SpanResult("invoke_agent IntercomRag", 0, IsError: false, new Dictionary<string, string> { ["intercomrag.rule"] = "evidence.sufficient" }, null, null),
            new SpanResult("turn.decide", 1, IsError: true, new Dictionary<string, string>(), null, null),
        ]);

    private static Outcome Got(string action, string reason) => new(
        action, reason, "evidence.sufficient", "faq_question", "normal", 0.731, "en", "friendly", ["technical"], 3, ["1020/en"],
        ["https://help.tandem.example/en/articles/1020"], ["reply"], Team: null, "Free cancellation until 12 hours before the start.");
}
