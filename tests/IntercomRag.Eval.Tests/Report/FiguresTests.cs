using IntercomRag.Eval.Report.Html;

namespace IntercomRag.Eval.Tests.Report;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("retrieval.recall@1", 0.8126, "81.3 %")]
    [InlineData("decision.accuracy", 1, "100.0 %")]
    [InlineData("abstention.auroc", 0.8714, "0.871")]
    [InlineData("latency.turn.p95", 12.345, "12.3 ms")]
    [InlineData("latency.decide.p50", 0.054, "0.05 ms")]
    [InlineData("cost.input_tokens", 812.4, "812")]
    public void Of_Measure_HasItsUnit(string metric, double value, string expected) =>
        Figures.Of(metric, value).Replace('\u00a0', ' ').ShouldBe(expected);

    [Fact]
    public void Number_RoundedToNothing_HasNoSign() => Figures.Number(-0.0001, 2).ShouldBe("0.00");
}
