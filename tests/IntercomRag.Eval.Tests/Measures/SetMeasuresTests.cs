using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Measures;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Tests.Measures;

public sealed class SetMeasuresTests
{
    [Fact]
    public void Escalation_OfCountedTurns_HasPrecisionRecallAndF1()
    {
        // Due and came 3, due and did not 2, came and was not due 1, an accepted offer instead of a handover counts as one.
        IReadOnlyList<JudgedTurn> turns =
        [
            .. Enumerable.Repeat(Turn("escalate", "escalate"), 2), Turn("escalate", "offer", accept: "offer"), .. Enumerable.Repeat(Turn("escalate", "answer"), 2),
            Turn("answer", "escalate"), .. Enumerable.Repeat(Turn("answer", "answer"), 4),
        ];

        var values = Values(new EscalationMeasure(), turns);

        values["decision.escalation.precision"].ShouldBe(0.75);
        values["decision.escalation.recall"].ShouldBe(0.6);
        values["decision.escalation.f1"].ShouldBe(2.0 / 3, 1e-6);
    }

    [Fact]
    public void EscalationReason_OfRightHandovers_IsTheShareOfRightReasons()
    {
        IReadOnlyList<JudgedTurn> turns = [Turn("escalate", "escalate", reason: "refund", got: "refund"), Turn("escalate", "escalate", reason: "refund", got: "complaint")];

        Values(new EscalationMeasure(), turns)["decision.escalation.reason"].ShouldBe(0.5);
    }

    // Right ones 0.9 0.6 0.4, wrong ones 0.6 0.3: wins 2 + 1.5 + 1 of 6.
    [Fact]
    public void Auroc_WithATie_CountsItHalf() =>
        Values(new AurocMeasure(), Confidences((0.9, true), (0.6, true), (0.6, false), (0.4, true), (0.3, false)))["abstention.auroc"].ShouldBe(0.75);

    [Fact]
    public void Auroc_AllRight_IsNotMeasured() => new AurocMeasure().Of(Confidences((0.9, true), (0.5, true))).ShouldBeEmpty();

    // Bin 0.2: mean 0.25 against 0.5, two turns; bin 0.9: 0.95 against 1, two turns: (2 · 0.25 + 2 · 0.05) / 4.
    [Fact]
    public void Calibration_OfTwoBins_IsTheirDistanceByTurns()
    {
        var turns = Confidences((0.22, true), (0.28, false), (0.92, true), (0.98, true));

        Values(new CalibrationMeasure(), turns)["abstention.ece"].ShouldBe(0.15, 1e-6);
        CalibrationMeasure.Diagram(turns).ShouldBe(
            [new ReliabilityBin(0.2, 0.3, 2, 0.25, 0.5), new ReliabilityBin(0.9, 1.0, 2, 0.95, 1)]);
    }

    // Answered from the top: 1 right, 2 right, 2 of 3, 3 of 4, 3 of 5.
    [Fact]
    public void RiskCoverage_OfARanking_IsTheLargestShareWithinTheRisk()
    {
        var turns = Confidences((0.9, true), (0.8, true), (0.7, false), (0.6, true), (0.5, false));

        var values = Values(new RiskCoverageMeasure(), turns);

        values["abstention.coverage@2%"].ShouldBe(0.4);
        values["abstention.coverage@5%"].ShouldBe(0.4);
        values["abstention.aurc"].ShouldBe((0 + 0 + (1.0 / 3) + (1.0 / 4) + (2.0 / 5)) / 5, 1e-6);
        RiskCoverageMeasure.Curve(turns).Select(point => point.Coverage).ShouldBe([0.2, 0.4, 0.6, 0.8, 1]);
    }

    [Fact]
    public void RiskCoverage_EqualConfidences_ComeTogether() =>
        Values(new RiskCoverageMeasure(), Confidences((0.9, true), (0.5, true), (0.5, false)))["abstention.coverage@5%"].ShouldBe(1.0 / 3, 1e-6);

    [Fact]
    public void OperatingPoint_OfAnswers_IsTheShareOfWrongOnes()
    {
        IReadOnlyList<JudgedTurn> turns =
        [
            Judge(Turns.Trace("answer", ranked: ["1"]), Turns.Record(articles: ["1"])),
            Judge(Turns.Trace("answer", ranked: ["2"]), Turns.Record(articles: ["1"])),
            Judge(Turns.Trace("escalate", ranked: ["1"]), Turns.Record(articles: ["1"])),
            Judge(Turns.Trace("escalate", ranked: ["1"]), Turns.Record("escalate", answerable: false)),
        ];

        var values = Values(new OperatingPointMeasure(), turns);

        values["abstention.answered"].ShouldBe(0.5);
        values["abstention.answered_wrong"].ShouldBe(0.5);
    }

    [Fact]
    public void Confusion_AcceptedAction_StandsOnTheDiagonal()
    {
        var matrix = Confusion.Of([Turn("escalate", "offer", accept: "offer"), Turn("answer", "clarify")]).ShouldNotBeNull();

        matrix.Counts[Index("escalate")][Index("escalate")].ShouldBe(1);
        matrix.Counts[Index("answer")][Index("clarify")].ShouldBe(1);
        matrix.Counts.Sum(row => row.Sum()).ShouldBe(2);

        int Index(string action) => matrix.Actions.ToList().IndexOf(action);
    }

    [Fact]
    public void Mean_OfYesAndNo_IsTheirShare()
    {
        IReadOnlyList<JudgedTurn> turns = [Turn("answer", "answer"), Turn("answer", "answer"), Turn("answer", "clarify"), Turn(null, "answer")];

        new MeanMeasure([new ActionEvaluator()]).Of(turns).ShouldHaveSingleItem().Measure().ShouldSatisfyAllConditions(
            metric => metric.Value.ShouldBe(0.666667), metric => metric.N.ShouldBe(3));
    }

    private static Dictionary<string, double> Values(ISetMeasure measure, IReadOnlyList<JudgedTurn> turns) =>
        measure.Of(turns).ToDictionary(one => one.Name, one => one.Measure().Value!.Value);

    private static List<JudgedTurn> Confidences(params (double Confidence, bool Right)[] turns) =>
        [.. turns.Select(turn => Judge(Turns.Trace(confidence: turn.Confidence, ranked: [turn.Right ? "1" : "2"]), Turns.Record(articles: ["1"])))];

    private static JudgedTurn Turn(string? expected, string action, string? accept = null, string? reason = null, string got = "evidence") =>
        Judge(Turns.Trace(action, got), Turns.Record(expected, accept is null ? [] : [accept], reason));

    private static JudgedTurn Judge(Core.Telemetry.Traces.TurnTrace trace, Eval.Recorded.RecordedConversation record)
    {
        var context = Turns.Context(trace, record);
        return new JudgedTurn(context, new EvaluationResult(new ActionEvaluator().Evaluate(context)));
    }
}
