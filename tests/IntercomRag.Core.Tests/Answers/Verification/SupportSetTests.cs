using IntercomRag.Benchmarks.Support;

namespace IntercomRag.Core.Tests.Answers.Verification;

/// <summary>Holds what issue 6 asks for on <c>eval/support.jsonl</c>; <c>tests/IntercomRag.Benchmarks -- support</c> prints it by kind and language.</summary>
public sealed class SupportSetTests
{
    [Fact]
    public void Verifier_OnTrueAndAlteredSentences_KeepsItsShares()
    {
        var own = SupportSet.Verify([.. SupportSet.Read().Where(sentence => !sentence.IsAcrossLanguages && !sentence.IsFresh)]);
        var trueOnes = own.Where(entry => entry.Case.IsTrue).ToList();
        var altered = own.Where(entry => !entry.Case.IsTrue).ToList();

        trueOnes.Count.ShouldBeGreaterThanOrEqualTo(200);
        altered.Count.ShouldBeGreaterThanOrEqualTo(200);
        trueOnes.Average(entry => entry.Verdict.Failure is null ? 0.0 : 1.0).ShouldBeLessThanOrEqualTo(0.05);
        altered.Average(entry => entry.Verdict.Failure is null ? 0.0 : 1.0).ShouldBeGreaterThanOrEqualTo(0.95);
    }
}
