using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Tests.Gate;

public sealed class RegressionGateTests
{
    private const string Measure = "decision.accuracy";
    private const string Zero = "answer.links_known";

    private static readonly GateRules s_rules = new(
        "a test", 0.05, 1, [], ["team"], [Zero], [Measure], new Dictionary<string, double> { ["retrieval.mrr"] = 0.01 }, new Dictionary<string, bool> { ["abstention.auroc"] = true },
        new Dictionary<string, double> { [Measure] = 0.3 }, new Dictionary<string, double>());

    [Fact]
    public void Judge_TheSameResult_Passes()
    {
        var verdict = Judge(Run(Passed(100, 60)), Run(Passed(100, 60)));

        verdict.Passed.ShouldBeTrue();
        verdict.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, true)]
    [InlineData(4, 12, true)]
    [InlineData(4, 2, true)]
    [InlineData(2, 0, false)]
    [InlineData(4, 1, false)]
    [InlineData(9, 2, false)]
    [InlineData(30, 15, false)]
    public void Judge_ChangedConversations_FailsForMoreLossesThanChanceExplains(int wrong, int right, bool passes)
    {
        var before = Passed(100, 60);
        var now = before.Select((passed, i) => i < wrong ? false : i >= 60 && i < 60 + right ? true : passed).ToArray();

        var verdict = Judge(Run(before), Run(now));

        verdict.Passed.ShouldBe(passes);
        (verdict.Changes.Count(change => change.TurnedWrong), verdict.Changes.Count(change => !change.TurnedWrong)).ShouldBe((wrong, right));
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, true)]
    public void Judge_StrictMeasure_FailsForTheFirstLoss(int wrong, int right, bool passes)
    {
        var before = Passed(100, 60);
        var now = before.Select((passed, i) => i < wrong ? false : i >= 60 && i < 60 + right ? true : passed).ToArray();

        new RegressionGate(s_rules with { Strict = [Measure] }).Judge(Run(before), Run(now)).Passed.ShouldBe(passes);
    }

    [Theory]
    [InlineData(1, "refund", true)]
    [InlineData(2, "refund", false)]
    [InlineData(2, "complaint", true)]
    public void Judge_AnotherTeam_FailsWhereTheDecisionIsTheSame(int changed, string reason, bool passes)
    {
        var run = Run(Passed(10, 10));

        var verdict = Judge(Handed("refund", _ => "Billing"), Handed(reason, i => i < changed ? "Support" : "Billing"));

        verdict.Passed.ShouldBe(passes);

        RunResult Handed(string because, Func<int, string> team) => run with
        {
            Conversations = [.. run.Conversations.Select((conversation, i) => conversation with { Got = conversation.Got with { Reason = because, Team = team(i) } })],
        };
    }

    [Fact]
    public void Judge_UnknownLink_FailsWhateverTheBaselineHas()
    {
        var run = Run(Passed(10, 10), measure: (Zero, i => i != 3));

        var verdict = Judge(run, run);

        verdict.Findings[0].ShouldBe(new GateFinding("hard_zero", Zero, true, $"{Zero} fails in 1 conversations, and may in none: c3: because"));
    }

    [Fact]
    public void Judge_BelowTheFloor_FailsAndNamesItsRun()
    {
        var run = Run(Passed(100, 20));

        Judge(run, run).Findings.First(finding => finding.Failed).Text.ShouldBe("decision.accuracy: 0.2000, below the floor 0.3 (a test)");
    }

    [Fact]
    public void Judge_MeasureThatIsGone_Fails()
    {
        var now = Run(Passed(10, 10)) with { Metrics = new Dictionary<string, MetricValue> { [Measure] = new(1, 10, null) } };
        var before = now with { Metrics = new Dictionary<string, MetricValue>(now.Metrics) { [Zero] = new(1, 10, null) } };

        Judge(before, now).Findings.ShouldContain(finding => finding.Rule == "lost_measure" && finding.Failed);
    }

    [Fact]
    public void Judge_ConversationThatIsGone_FailsUntilItIsAccepted()
    {
        var before = Run(Passed(10, 10));

        var verdict = Judge(before, before with { Conversations = [.. before.Conversations.Skip(1)] });

        verdict.Removed.ShouldBe(["c0"]);
        verdict.Passed.ShouldBeFalse();
    }

    [Fact]
    public void Judge_NewConversation_IsToldAndNotCompared()
    {
        var now = Run(Passed(10, 10));

        var verdict = Judge(now with { Conversations = [.. now.Conversations.Skip(1)] }, now);

        verdict.Passed.ShouldBeTrue();
        verdict.Added.ShouldBe(["c0"]);
    }

    [Theory]
    [InlineData(0.79, false)]
    [InlineData(0.81, true)]
    [InlineData(0.95, true)]
    public void Judge_MeasureOfTheSet_MayNotLeaveTheIntervalDownwards(double value, bool passes)
    {
        var run = Run(Passed(10, 10));
        var before = run with { Metrics = new Dictionary<string, MetricValue>(run.Metrics) { ["abstention.auroc"] = new(0.85, 10, [0.8, 0.9]) } };
        var now = run with { Metrics = new Dictionary<string, MetricValue>(run.Metrics) { ["abstention.auroc"] = new(value, 10, [0.7, 0.9]) } };

        Judge(before, now).Passed.ShouldBe(passes);
    }

    [Theory]
    [InlineData(6, 0.1, false)]
    [InlineData(6, 0.001, true)]
    [InlineData(4, 0.1, true)]
    public void Judge_RanksThatFall_FailWhenManyAndFar(int worse, double by, bool passes)
    {
        var before = Run(Passed(10, 10), number: _ => 0.9);
        var now = Run(Passed(10, 10), number: i => i < worse ? 0.9 - by : 0.9);

        Judge(before, now).Passed.ShouldBe(passes);
    }

    [Fact]
    public void Change_OfAConversation_NamesTheFirstStepThatDiffers()
    {
        var before = Run(Passed(2, 2));
        var conversation = before.Conversations[0];
        var now = before with
        {
            Conversations =
            [
                conversation with
                {
                    Got = conversation.Got with { Action = "escalate", Rule = "evidence.low", Confidence = 0.1 },
                    Passages = [.. conversation.Passages.Reverse()],
                    Measures = new Dictionary<string, MeasureResult> { [Measure] = new(0, false, "escalate instead of answer") },
                },
                before.Conversations[1],
            ],
        };

        var change = Judge(before, now).Changes.ShouldHaveSingleItem();

        (change.Step, change.Difference).ShouldBe(("retrieve", "passages: 1/fr#0 2/fr#0 → 2/fr#0 1/fr#0"));
        var text = MarkdownReportWriter.Text(new RunReport(now, Judge(before, now)));
        text.ShouldContain("`c0` “How?”");
        text.ShouldContain("expected answer from 1, got escalate (evidence.low), before answer (evidence.sufficient)");
        text.ShouldContain("went another way in **retrieve**: passages: 1/fr#0 2/fr#0 → 2/fr#0 1/fr#0");
    }

    [Fact]
    public async Task Baseline_WrittenAndRead_ComparesAsEqual()
    {
        var run = Run(Passed(20, 12));
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path))
            {
                await ResultFile.WriteAsync(Baseline.Of(run), file, TestContext.Current.CancellationToken);
            }

            Judge(ResultFile.Read(path), run).ShouldSatisfyAllConditions(
                verdict => verdict.Passed.ShouldBeTrue(), verdict => verdict.Changes.ShouldBeEmpty(), verdict => verdict.Comparisons[0].N.ShouldBe(20));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static GateVerdict Judge(RunResult before, RunResult now) => new RegressionGate(s_rules).Judge(before, now);

    private static bool[] Passed(int count, int passed) => [.. Enumerable.Range(0, count).Select(i => i < passed)];

    private static RunResult Run(bool[] passed, (string Name, Func<int, bool> Passed)? measure = null, Func<int, double>? number = null)
    {
        var conversations = passed.Select((pass, i) =>
        {
            var measures = new Dictionary<string, MeasureResult> { [Measure] = new(pass ? 1 : 0, pass, pass ? null : "because") };
            if (measure is { } other)
            {
                measures[other.Name] = new(other.Passed(i) ? 1 : 0, other.Passed(i), other.Passed(i) ? null : "because");
            }

            if (number is not null)
            {
                measures["retrieval.mrr"] = new(number(i), null, null);
            }

            return new ConversationResult(
                $"c{i}",
                "en",
                "test",
                [new TurnText("customer", "How?")],
                new Expectation("answer", [], "evidence", ["1"], null, [], true),
                new Outcome("answer", "evidence", "evidence.sufficient", "faq_question", "normal", 0.5, "en", "friendly", [], 2, ["1/fr"], [], ["reply"], null, "…"),
                [new PassageResult("1/fr#0", "1", 2, 1, true, true, null, null), new PassageResult("2/fr#0", "2", 1, 1, false, false, null, null)],
                measures,
                pass,
                []);
        });
        var metrics = new Dictionary<string, MetricValue> { [Measure] = new((double)passed.Count(pass => pass) / passed.Length, passed.Length, null) };
        return new RunResult(
            new RunInfo("run", null, "test", null, 0, passed.Length),
            metrics,
            new Dictionary<string, IReadOnlyDictionary<string, MetricValue>>(),
            new Charts(null, [], []),
            [],
            [.. conversations]);
    }
}
