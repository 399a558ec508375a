using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions.Intents;

public sealed class IntentTrainerTests
{
    private static readonly IntentLessons Lessons = PolicyReader.ReadLessons(ShippedPolicies.Folder, ShippedPolicies.Set.Assistant);

    /// <summary>Enough to train on, in a tenth of the time.</summary>
    private static readonly IntentLessons Few = Lessons with { Examples = [.. Lessons.Examples.Where((_, i) => i % 5 == 0)] };

    [Fact]
    public void Train_Twice_GivesTheSameWeights() => Fingerprint(Few).ShouldBe(Fingerprint(Few));

    [Fact]
    public void Train_ExamplesInAnotherOrder_GivesTheSameWeights() =>
        Fingerprint(Few with { Examples = [.. Few.Examples.Reverse()] }).ShouldBe(Fingerprint(Few));

    [Fact]
    public void Train_OtherExamples_GivesOtherWeights() =>
        Fingerprint(Few with { Examples = [.. Few.Examples.Skip(1)] }).ShouldNotBe(Fingerprint(Few));

    [Fact]
    public void Train_NewExamples_AreLearnedFrom()
    {
        // "zorgle" stands for a word of the team's own product.
        string[] texts = ["zorglez mon compte", "je veux zorgler", "zorgle svp", "please zorgle me", "merci de zorgler", "i want to zorgle"];
        var taught = Lessons with { Examples = [.. Lessons.Examples, .. texts.Select(text => new IntentExample(text, Signal.CancelAccount, "fr"))] };

        ShippedPolicies.Set.Intents.Value.Classify("zorgler svp")[Signal.CancelAccount].ShouldBeLessThan(0.1);
        IntentTrainer.Train(taught).Classify("zorgler svp")[Signal.CancelAccount].ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void CrossValidate_ShippedExamples_GraveSignalsArePreciseAtTheirThresholds()
    {
        var held = IntentTrainer.CrossValidate(Lessons);
        foreach (var signal in new[] { Signal.HumanRequest, Signal.Refund, Signal.CancelAccount, Signal.LegalPrivacy, Signal.UrgentProblem })
        {
            var found = held.Where(item => item.Probabilities[signal] >= ShippedPolicies.Set.Assistant.Signals[signal].Alone).ToList();

            found.Count(item => item.Example.Signal == signal).ShouldBeGreaterThan((int)(0.9 * found.Count), $"{signal} of {found.Count}");
        }
    }

    [Fact]
    public void CrossValidate_Probabilities_MeanWhatTheySay()
    {
        // Of all probabilities between 0.6 and 0.9, some 0.75 should be right.
        var middle = IntentTrainer.CrossValidate(Lessons)
            .SelectMany(item => item.Probabilities.Select(entry => (Probability: entry.Value, IsRight: entry.Key == item.Example.Signal)))
            .Where(item => item.Probability is >= 0.6 and < 0.9)
            .ToList();

        middle.Average(item => item.IsRight ? 1.0 : 0).ShouldBe(middle.Average(item => item.Probability), tolerance: 0.1);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void ShippedExamples_EachIntent_HasAtLeastForty(string language)
    {
        var counts = Lessons.Examples.Where(example => example.Language == language).GroupBy(example => example.Signal).ToDictionary(group => group.Key ?? Signal.Yes, group => group.Count());

        counts.Count.ShouldBe(ShippedPolicies.Set.Assistant.Signals.Count + 1);
        counts.Values.Min().ShouldBeGreaterThanOrEqualTo(40);
        counts[Signal.Yes].ShouldBeGreaterThanOrEqualTo(120); // plain questions
    }

    private static IEnumerable<double> Fingerprint(IntentLessons lessons)
    {
        var classifier = IntentTrainer.Train(lessons);
        return new[] { "je veux parler à quelqu'un", "refund me now", "où sont mes factures ?" }
            .SelectMany(text => classifier.Classify(text).OrderBy(entry => entry.Key).Select(entry => entry.Value));
    }
}
