using IntercomRag.Core.Answers.Generated;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Tests.Models;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Core.Tests.Telemetry;

namespace IntercomRag.Core.Tests.Answers.Generated;

/// <summary>Whole turns with a model that says what the test wants.</summary>
public sealed class ModelAnswererTests : IAsyncLifetime
{
    private const string Question = "Où télécharger mes factures ?";

    private readonly ScriptedModel _model = new();
    private RecordedTurns _turns = null!;

    public async ValueTask InitializeAsync() => _turns = await RecordedTurns.CreateAsync(_model);

    public ValueTask DisposeAsync()
    {
        _turns.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Answer_ThatItsPassagesSay_IsSentWithCitations()
    {
        _model.On("answer", Answer("Vos factures se trouvent sous Réglages, puis Facturation, puis Factures.", "- Chaque facture se télécharge en PDF."));

        var reply = await _turns.ReplyAsync(Question);

        reply.ShouldContain("<p>Vos factures se trouvent sous Réglages, puis Facturation, puis Factures.</p><ul><li>Chaque facture se télécharge en PDF.</li></ul>");
        reply.ShouldContain("https://help.example/fr/articles/1");
        _turns.Tag(TelemetryNames.Attributes.ModelFallback).ShouldBeNull();
        var citations = SpanJson.Read<SpanCitation>(_turns.Tag(TelemetryNames.Attributes.Citations).ShouldBeOfType<string>());
        citations.Select(citation => (citation.Sentence, citation.Id, citation.Start, citation.End)).ShouldBe([(0, "1/fr#0", 0, 49), (1, "1/fr#0", 50, 86)]);
    }

    [Theory]
    [InlineData(ModelFailure.TooSlow, "too_slow")]
    [InlineData(ModelFailure.BudgetSpent, "budget_spent")]
    [InlineData(ModelFailure.Unreadable, "unreadable")]
    public async Task Answer_OfAModelThatFails_IsTheQuotation(ModelFailure failure, string code)
    {
        _model.Failure = failure;

        var reply = await _turns.ReplyAsync(Question);

        reply.ShouldContain("Ouvrez Réglages, puis Facturation, puis Factures.");
        _turns.Tag(TelemetryNames.Attributes.ModelFallback).ShouldBe(code);
        _turns.Turn.Rule.ShouldBe("evidence.sufficient");
    }

    [Fact]
    public async Task Answer_Malformed_IsTheQuotation()
    {
        _model.On("answer", new GeneratedAnswer(true, null!));

        (await _turns.ReplyAsync(Question)).ShouldContain("Ouvrez Réglages, puis Facturation, puis Factures.");
        _turns.Tag(TelemetryNames.Attributes.ModelFallback).ShouldBe("unreadable");
    }

    [Fact]
    public async Task Answer_OfAModelThatFailsWithoutFallback_HandsOver()
    {
        _turns.Policies = With(policy => policy with { GeneratedAnswers = policy.GeneratedAnswers with { Fallback = ModelFallback.HandOver } });

        await _turns.RunAsync(Question);

        (_turns.Turn.Outcome, _turns.Turn.Rule).ShouldBe(("escalate", "answer.model_failed"));
    }

    [Fact]
    public async Task Answer_BudgetSpentWhereThePolicySuggests_IsANoteOfAHandover()
    {
        _turns.Policies = With(policy => policy with { GeneratedAnswers = policy.GeneratedAnswers with { WhenBudgetSpent = ModelFallback.Suggest } });
        _model.Failure = ModelFailure.BudgetSpent;

        var workspace = await _turns.RunAsync(Question);

        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
        workspace.Writes[0].ShouldContain("Ouvrez Réglages, puis Facturation, puis Factures.");
        workspace.Writes[2].ShouldNotContain("Facturation");
        _turns.Turn.Rule.ShouldBe("answer.suggested");
    }

    [Fact]
    public async Task Answer_NotAnswerable_HandsOverAndQuotesNothing()
    {
        _model.On("answer", new GeneratedAnswer(false, []));

        await _turns.RunAsync(Question);

        (_turns.Turn.Outcome, _turns.Turn.Rule, _turns.Turn.Reason).ShouldBe(("escalate", "answer.not_answerable", "low_confidence"));
    }

    [Fact]
    public async Task Answer_NotAnswerableWhereThePolicyOffers_Offers()
    {
        _turns.Policies = With(policy => policy with { OnLowConfidence = AssistantAction.Offer });
        _model.On("answer", new GeneratedAnswer(false, []));

        await _turns.RunAsync(Question);

        (_turns.Turn.Outcome, _turns.Turn.Rule).ShouldBe(("offer", "answer.not_answerable"));
    }

    [Fact]
    public async Task Answer_Invented_HandsOverAndTellsWhatWasCut()
    {
        _model.On("answer", Answer("Vos factures arrivent chaque lundi.", "Écrivez à pirate@evil.example."));

        await _turns.RunAsync(Question);

        (_turns.Turn.Outcome, _turns.Turn.Rule).ShouldBe(("escalate", "answer.unsupported"));
        _turns.Tag(TelemetryNames.Attributes.Cut).ShouldBe(new[] { "name", "personal_data" });
    }

    [Fact]
    public async Task Answer_WithASecondLook_IsCutFurther()
    {
        _turns.Policies = With(policy => policy with { GeneratedAnswers = policy.GeneratedAnswers with { SecondLook = true } });
        _model.On("answer", Answer("Ouvrez Réglages, puis Facturation, puis Factures.", "Chaque facture se télécharge en PDF.")).On("verify", new SecondLook([2, 7]));

        var reply = await _turns.ReplyAsync(Question);

        reply.ShouldContain("Ouvrez Réglages");
        reply.ShouldNotContain("PDF");
        _turns.Tag(TelemetryNames.Attributes.Cut).ShouldBe(new[] { "second_look" });
    }

    [Fact]
    public async Task Draft_InSuggestionMode_TellsWhatEachSentenceRestsOn()
    {
        _turns.Policies = With(policy => policy with { Mode = AssistantMode.Suggestion });
        _model.On("answer", Answer("Une facture se télécharge en PDF."));

        var note = await _turns.NoteAsync(Question);

        note.ShouldContain("Sur quoi repose la réponse");
        note.ShouldContain("Une facture se télécharge en PDF. → Télécharger vos factures: « Chaque facture se télécharge en PDF. »");
    }

    private static GeneratedAnswer Answer(params string[] sentences) => new(true, [.. sentences.Select(sentence => new GeneratedSentence(sentence, ["p1"]))]);

    private static PolicySet With(Func<AssistantPolicy, AssistantPolicy> change) =>
        ShippedPolicies.Set with { Assistant = change(ShippedPolicies.Set.Assistant) };
}
