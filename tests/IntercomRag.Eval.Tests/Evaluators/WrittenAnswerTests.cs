using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Evaluators;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Eval.Tests.Evaluators;

/// <summary>Evaluators of turns in which a model wrote the answer.</summary>
public sealed class WrittenAnswerTests
{
    [Theory]
    [InlineData("Vous annulez sans frais jusqu'à 12 heures avant le cours.", 1.0)]
    [InlineData("L'annulation est gratuite douze ou 12 heures avant, ensuite un crédit est perdu.", 1.0)]
    [InlineData("Vous annulez sans frais jusqu'à 24 heures avant le cours.", 0.0)]
    [InlineData("Un remboursement intégral vous est versé par virement bancaire.", 0.0)]
    public async Task Groundedness_OfAWrittenSentence_NeedsItsWordsAndItsNumbersInThePassagesThatItCites(string sentence, double expected) =>
        (await GroundednessAsync([sentence], [Cites(0, "1/fr#0"), Cites(0, "1/fr#1")])).Value.ShouldBe(expected);

    [Fact]
    public async Task Groundedness_WordsOfAPassageThatIsNotCited_DoNotCount() =>
        (await GroundednessAsync(["Un crédit est perdu après l'heure."], [Cites(0, "1/fr#0")])).Value.ShouldBe(0);

    [Fact]
    public async Task Groundedness_APassageThatWasNotFound_SupportsNothing() =>
        (await GroundednessAsync(["Annulation gratuite jusqu'à 12 heures avant le cours."], [Cites(0, "1/fr#0"), Cites(0, "9/fr#0")])).Value.ShouldBe(0);

    [Theory]
    [InlineData("Voici comment faire :", true)]
    [InlineData("Voici comment faire en 3 jours :", false)]
    [InlineData("Nos clients fidèles reçoivent toujours un remboursement complet.", false)]
    public async Task Groundedness_ALineWithoutAPlace_IsLeftOutOnlyWhenItClaimsNothing(string line, bool isLeftOut) =>
        (await GroundednessAsync([line, "Annulation gratuite jusqu'à 12 heures avant le cours."], [Cites(0, "1/fr#0", 0, 0), Cites(1, "1/fr#0")])).Value.ShouldBe(isLeftOut ? 1 : 0.5);

    [Fact]
    public async Task Groundedness_AfterAFallback_HoldsTheQuotationToItsWords()
    {
        var written = Written(["Une annulation ne coûte rien 12 heures avant le cours."], [Cites(0, "1/fr#0")]);

        (await Turns.EvaluateAsync(new GroundednessEvaluator(), written)).Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBeFalse();
        (await Turns.EvaluateAsync(new GroundednessEvaluator(), written with { ModelFallback = "too_slow" })).Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "answer", 1.0, null)]
    [InlineData("rate_limited", "answer", 0.0, "rate_limited")]
    [InlineData(null, "escalate", 0.0, "escalate, evidence")]
    public async Task Written_WhatBecameOfTheModelsAnswer_IsToldWithItsReason(string? fallback, string action, double value, string? reason)
    {
        var metric = (await Turns.EvaluateAsync(new WrittenAnswerEvaluator(), Written([], []) with { ModelFallback = fallback, Action = action })).Values.ShouldHaveSingleItem();

        (((NumericMetric)metric).Value, metric.Reason, metric.Interpretation!.Failed).ShouldBe((value, reason, false));
    }

    [Fact]
    public async Task Written_NoModelAsked_IsNotMeasured() => (await Turns.EvaluateAsync(new WrittenAnswerEvaluator(), Turns.Trace())).ShouldBeEmpty();

    [Theory]
    [InlineData("C'est noté !! Annulez 12 heures avant.", true)]
    [InlineData("Annulation gratuite !! Jusqu'à 12 heures avant.", false)]
    public async Task Tone_OfWrittenSentences_IsJudgedUnlessTheyAreQuoted(string sentence, bool failed)
    {
        var trace = Written([sentence], [Cites(0, "1/fr#0")]) with
        {
            Reply = sentence,
            PassageTexts = new Dictionary<string, string> { ["1/fr#0"] = "Annulation gratuite !! Jusqu'à 12 heures avant." },
        };

        (await Turns.EvaluateAsync(new ToneEvaluator(), trace)).Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(failed);
    }

    [Theory]
    [InlineData("chat", "<<p1 123456789abc>>Appelez le 0123456789<<end 123456789abc>>", false)]
    [InlineData("chat", "Écrivez à zoe@club.example", true)]
    [InlineData("invoke_agent", "Mon numéro est 0123456789", true)]
    public async Task PersonalData_InWhatAModelWasAsked_IsLookedForWithoutTheNumbersOfArticles(string operation, string text, bool failed)
    {
        var trace = Turns.Trace(attributes: new() { [Attributes.OperationName] = operation, [Attributes.InputMessages] = text });

        (await Turns.EvaluateAsync(new PersonalDataEvaluator(), trace)).Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(failed);
    }

    private static async Task<NumericMetric> GroundednessAsync(string[] sentences, SpanCitation[] citations) =>
        (NumericMetric)(await Turns.EvaluateAsync(new GroundednessEvaluator(), Written(sentences, citations))).Values.ShouldHaveSingleItem();

    private static SpanCitation Cites(int sentence, string passage, int start = 0, int end = 20) => new(sentence, passage, null, start, end);

    private static TurnTrace Written(string[] sentences, SpanCitation[] citations) => Turns.Trace(
        ranked: ["1/fr"],
        cited: ["1/fr"],
        support: [.. sentences.Select(_ => "1/fr#0")],
        sentences: sentences,
        passageTexts: new()
        {
            ["1/fr#0"] = "Annulation gratuite sans frais jusqu'à 12 heures avant le cours. Vous annulez dans l'application.",
            ["1/fr#1"] = "Après, un crédit est perdu.",
            ["9/fr#0"] = "Annulation gratuite jusqu'à 12 heures avant le cours.",
        },
        attributes: new() { [Attributes.PromptName] = "answer" }) with { Citations = citations };
}
