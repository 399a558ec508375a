using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Tests.Evaluators;

public sealed class AnswerEvaluatorsTests
{
    [Theory]
    [InlineData("Annulez jusqu'à 12 heures avant.", 1.0, false)]
    [InlineData("Annulez jusqu’à 12\u00A0HEURES avant.", 1.0, false)]
    [InlineData("Annulez quand vous voulez.", 0.5, true)]
    public async Task KeyFacts_OfAnAnswer_AreCountedWhateverTheSpacesAndCapitals(string reply, double share, bool failed)
    {
        var metric = (await Turns.EvaluateAsync(
            new KeyFactsEvaluator(), Turns.Trace(reply: reply), Turns.Record(mustContain: ["12 heures", "Annulez"]))).Values.ShouldHaveSingleItem();

        ((NumericMetric)metric).Value.ShouldBe(share);
        metric.Interpretation!.Failed.ShouldBe(failed);
        metric.Reason.ShouldBe(failed ? "missing: 12 heures" : null);
    }

    [Fact]
    public async Task KeyFacts_AnAddressThatTheTraceHides_IsLookedForAsItStandsThere() =>
        (await Turns.EvaluateAsync(
            new KeyFactsEvaluator(), Turns.Trace(reply: "Écrivez à [email]."), Turns.Record(mustContain: ["billing@tandem.example"])))
            .Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBeFalse();

    [Fact]
    public async Task KeyFacts_NoAnswer_IsNotMeasured() =>
        (await Turns.EvaluateAsync(new KeyFactsEvaluator(), Turns.Trace(action: "escalate", reply: "…"), Turns.Record(mustContain: ["12 heures"]))).ShouldBeEmpty();

    // the cat sat / THE CAT SAT DOWN . : 3 common, 3 + 5 tokens.
    [Theory]
    [InlineData("the cat sat", "THE CAT SAT DOWN.", 0.75)]
    [InlineData("a a b", "a b b", 2.0 / 3)]
    [InlineData("10,5 €", "10,5 €", 1.0)]
    [InlineData("yes", "no", 0.0)]
    public void TokenF1_OfMultisets_IsTheHarmonicMean(string answer, string reference, double expected) =>
        TokenF1Evaluator.Between(answer, reference).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData("Open Settings, then Billing.", "1/fr#0", 1.0)]
    [InlineData("Call us at midnight for a discount.", "1/fr#0", 0.0)]
    [InlineData("Open Settings, then Billing.", "2/fr#0", 0.0)]
    public async Task Groundedness_OfASentence_NeedsAFoundAndCitedPassageWithItsWords(string sentence, string support, double expected)
    {
        var trace = Turns.Trace(
            ranked: ["1/fr"],
            cited: ["1/fr"],
            support: [support],
            sentences: [sentence],
            passageTexts: new() { ["1/fr#0"] = "To pay: open Settings, then Billing. Choose a card." });

        var metric = (await Turns.EvaluateAsync(new GroundednessEvaluator(), trace)).Values.ShouldHaveSingleItem();

        ((NumericMetric)metric).Value.ShouldBe(expected);
        metric.Interpretation!.Failed.ShouldBe(expected < 1);
    }

    [Fact]
    public async Task Groundedness_WithoutText_CountsTheNamedPassages()
    {
        var trace = Turns.Trace(ranked: ["1/fr"], cited: ["1/fr"], support: ["1/fr#0", "1/fr#0", "9/fr#0", "1/fr#0"]);

        var metric = (await Turns.EvaluateAsync(new GroundednessEvaluator(), trace)).Values.ShouldHaveSingleItem();

        ((NumericMetric)metric).Value.ShouldBe(0.75);
        metric.Reason.ShouldBe("not supported: sentence 3");
    }

    [Fact]
    public async Task Groundedness_AnswerThatNamesNoPassage_Fails() =>
        (await Turns.EvaluateAsync(new GroundednessEvaluator(), Turns.Trace())).Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBeTrue();

    [Theory]
    [InlineData("https://help.example/1/fr", true)]
    [InlineData("https://status.example/now", true)]
    [InlineData("https://help.example/3/fr", false)]
    [InlineData("https://evil.example/", false)]
    public async Task LinksKnown_Address_IsThatOfAPublishedArticleOrNamedByOne(string link, bool passes) =>
        (await Turns.EvaluateAsync(new LinksKnownEvaluator(), Turns.Trace(reply: "x", links: [link]), catalogue: Turns.Catalogue))
            .Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(!passes);

    [Fact]
    public async Task LinksKnown_WithoutTheArticles_AsksWhatWasFound()
    {
        (await LinkFails("https://help.example/1/fr")).ShouldBeFalse();
        (await LinkFails("https://help.example/9/fr")).ShouldBeTrue();

        static async Task<bool> LinkFails(string link) =>
            (await Turns.EvaluateAsync(new LinksKnownEvaluator(), Turns.Trace(ranked: ["1/fr"], reply: "x", links: [link]))).Values.Single().Interpretation!.Failed;
    }

    [Theory]
    [InlineData("fr", "1/fr", true)]
    [InlineData("en", "1/fr", false)]
    [InlineData("fr", "1/en", false)]
    public async Task Language_OfTurnAndArticles_IsTheCustomers(string language, string cited, bool passes) =>
        (await Turns.EvaluateAsync(new LanguageEvaluator(), Turns.Trace(language: language, cited: [cited]), Turns.Record(locale: "fr"), Turns.Catalogue))
            .Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(!passes);

    [Fact]
    public async Task Language_ArticleThatExistsOnlyInTheOther_MayBeQuoted() =>
        (await Turns.EvaluateAsync(new LanguageEvaluator(), Turns.Trace(language: "en", cited: ["2/fr"]), Turns.Record(locale: "en"), Turns.Catalogue))
            .Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBeFalse();

    [Theory]
    [InlineData(1400, false)]
    [InlineData(1401, true)]
    public async Task Length_OfAReply_HasABound(int length, bool failed) =>
        (await Turns.EvaluateAsync(new LengthEvaluator(), Turns.Trace(reply: new string('x', length)))).Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(failed);

    [Theory]
    [InlineData("friendly", "Hi Zoé! Here it is.", true)]
    [InlineData("professional", "Hi Zoé, here it is.", false)]
    [InlineData("professional", "Hello Zoé, here it is!", false)]
    [InlineData("professional", "Hello Zoé, here it is. Wow, great!", true)]
    [InlineData("friendly", "Voici votre facture.", true)]
    [InlineData("friendly", "Tu peux la télécharger.", false)]
    [InlineData("friendly", "Done 🎉", false)]
    public async Task Tone_OwnWords_HaveItsMarks(string tone, string reply, bool passes) =>
        (await Turns.EvaluateAsync(new ToneEvaluator(), Turns.Trace(tone: tone, reply: reply, sentences: ["Wow, great!"])))
            .Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(!passes);

    [Fact]
    public async Task ModelCost_WithAPrice_IsInDollars()
    {
        var trace = Turns.Trace(model: new ModelUse("small", 2, 2_000, 500));

        var metrics = await Turns.EvaluateAsync(new ModelCostEvaluator((0.15, 0.60)), trace);

        ((NumericMetric)metrics[ModelCostEvaluator.InputTokens]).Value.ShouldBe(2_000);
        ((NumericMetric)metrics[ModelCostEvaluator.Dollars]).Value!.Value.ShouldBe(0.0006, 1e-12);
        (await Turns.EvaluateAsync(new ModelCostEvaluator(null), Turns.Trace())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Evaluate_WithoutItsContext_IsADiagnosticAndNoException()
    {
        var result = await new KeyFactsEvaluator().EvaluateAsync([], new Microsoft.Extensions.AI.ChatResponse(), cancellationToken: TestContext.Current.CancellationToken);

        result.Metrics.Values.ShouldHaveSingleItem().Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(EvaluationDiagnosticSeverity.Error);
    }
}
