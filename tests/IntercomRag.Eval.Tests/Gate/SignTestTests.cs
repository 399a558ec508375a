using IntercomRag.Eval.Gate;

namespace IntercomRag.Eval.Tests.Gate;

public sealed class SignTestTests
{
    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(1, 0, 0.5)]
    [InlineData(5, 0, 0.03125)]
    [InlineData(7, 1, 0.03515625)]
    [InlineData(8, 2, 0.0546875)]
    [InlineData(2, 8, 0.9892578125)]
    [InlineData(300, 300, 0.5162799656)]
    public void PValue_OneSided_IsTheTailOfAFairCoin(int worse, int better, double expected) => SignTest.PValue(worse, better).ShouldBe(expected, 1e-6);
}
