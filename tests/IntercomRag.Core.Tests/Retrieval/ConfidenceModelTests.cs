using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Retrieval;

public sealed class ConfidenceModelTests
{
    private static readonly ConfidenceModel Model = new(-1, 0.5, 1, "a test")
    {
        OperatingPoints = [new(0.4, 0.2, 0.8), new(0.6, 0.09, 0.6), new(0.7, 0.11, 0.5), new(0.8, 0.04, 0.3), new(0.9, 0.01, 0.1)],
    };

    [Theory]
    [InlineData(0.5, 0, -1)]
    [InlineData(0.5, 1, 0)]
    [InlineData(0.9, 1, 1.0986122886681098)]
    public void Of_Features_IsTheLogisticOfTheirSum(double probability, double coverage, double logOdds) =>
        Model.Of(new ConfidenceFeatures(probability, coverage)).ShouldBe(1 / (1 + Math.Exp(-logOdds)), 1e-9);

    [Fact]
    public void Of_CertainProbability_IsNoCertainConfidence() =>
        Model.Of(new ConfidenceFeatures(1, 1)).ShouldBe(Model.Of(new ConfidenceFeatures(0.998, 1)));

    // From 0.6 on it was kept once and broken above: only a threshold that holds from there on is good.
    [Theory]
    [InlineData(0.1, 0.8)]
    [InlineData(0.25, 0.4)]
    [InlineData(0.01, 0.9)]
    [InlineData(0.005, null)]
    public void ThresholdFor_Budget_IsTheLeastThatKeepsToItFromThereOn(double wrong, double? threshold) => Model.ThresholdFor(wrong).ShouldBe(threshold);

    [Fact]
    public void Read_PolicyWithABudget_TakesItsThresholdFromTheCalibration()
    {
        var folder = Directory.CreateTempSubdirectory("policies-");
        PolicyFolder.CopyTo(folder.FullName);

        var shipped = PolicyReader.Read(folder.FullName);
        var threshold = Read("0.1").Assistant.Thresholds.Answer;

        shipped.Assistant.Thresholds.Answer.ShouldBe(0.4);
        threshold.ShouldBe(shipped.Confidence.ThresholdFor(0.1)!.Value);
        threshold.ShouldBeGreaterThan(0.4);
        Should.Throw<PolicyException>(() => Read("0.0001")).Message.ShouldContain("thresholds.wrongAnswers");
        folder.Delete(recursive: true);

        PolicySet Read(string budget)
        {
            var path = Path.Combine(folder.FullName, "assistant.json");
            var text = File.ReadAllText(Path.Combine(ShippedPolicies.Folder, "assistant.json"));
            File.WriteAllText(path, text.Replace("\"answer\": 0.4,", $"\"answer\": 0.4, \"wrongAnswers\": {budget},", StringComparison.Ordinal));
            return PolicyReader.Read(folder.FullName);
        }
    }
}
