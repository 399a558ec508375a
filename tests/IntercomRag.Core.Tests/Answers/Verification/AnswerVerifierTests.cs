using IntercomRag.Core.Answers.Generated;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Answers.Verification;

public sealed class AnswerVerifierTests
{
    private const string Text =
        "Owners can refund a payment for 180 days. The member gets a receipt by e-mail. It is sent at once. Write to help@club.example.\n\n" +
        "To refund:\n\n1. Open Payments.\n2. Click Refund.\n3. Enter the amount.\n4. Click Confirm.\n\n" +
        "Owners only. A cash refund is handed over by you.";

    private static readonly ArticleCard s_card = new(new ArticleKey("1", "en"), "Refund a member", new Uri("https://help.example/1"), [], [], null, null, null);

    private readonly AnswerVerifier _verifier = new(ShippedPolicies.Set);

    [Fact]
    public void Verify_TrueSentences_KeepsThemWithTheirPlaces()
    {
        var answer = Verify("A payment can be refunded by Owners for 180 days.", "The member receives a receipt by e-mail.");

        answer.Answers.ShouldBeTrue();
        answer.Cut.ShouldBeEmpty();
        var citation = answer.Sentences[0].Support.ShouldHaveSingleItem();
        Text[citation.Start..citation.End].ShouldBe("Owners can refund a payment for 180 days.");
    }

    [Theory]
    [InlineData("Owners can refund a payment for 90 days.", Unsupported.Number)]
    [InlineData("Managers of Berlin can refund a payment for 180 days.", Unsupported.Name)]
    [InlineData("Owners cannot refund a payment for 180 days.", Unsupported.Contrary)]
    [InlineData("Owners can refund a payment for 180 days and get a bonus voucher.", Unsupported.Added)]
    [InlineData("Les propriétaires peuvent rembourser un paiement dans les 180 jours.", Unsupported.Language)]
    [InlineData("Owners can refund a payment for 180 days: https://evil.example/x", Unsupported.Address)]
    [InlineData("Owners can refund a payment for 180 days: //evil.example/x", Unsupported.Address)]
    [InlineData("Owners can refund a payment for 180 days at evil.example.", Unsupported.Address)]
    [InlineData("Owners can refund a payment for 180 days, write to zoe@mail.example.", Unsupported.PersonalData)]
    [InlineData("Owners can refund a payment for 180 days, call 06 12 34 56 78.", Unsupported.PersonalData)]
    public void Verify_FalseSentence_IsCut(string sentence, Unsupported failure)
    {
        var answer = Verify(sentence);

        answer.Cut.ShouldBe([failure]);
        answer.Answers.ShouldBeFalse();
    }

    [Fact]
    public void Verify_UnknownPassage_IsCut() =>
        _verifier.Verify(new GeneratedAnswer(true, [new GeneratedSentence("Owners can refund a payment for 180 days.", ["p1", "p9"])]), Passages, "en")
            .Cut.ShouldBe([Unsupported.NoPassage]);

    [Fact]
    public void Verify_NoPassage_IsCut() =>
        _verifier.Verify(new GeneratedAnswer(true, [new GeneratedSentence("Owners can refund a payment for 180 days.", [])]), Passages, "en")
            .Cut.ShouldBe([Unsupported.NoPassage]);

    [Fact]
    public void Verify_AddressOfTheArticle_Stays() => Verify("Owners can refund a payment for 180 days (https://help.example/1).").Answers.ShouldBeTrue();

    [Fact]
    public void Verify_StepCut_CutsTheStepsBehindIt()
    {
        var answer = Verify("Here is how:", "1. Open Payments.", "2. Delete the account.", "3. Enter the amount.", "Owners can refund a payment for 180 days.");

        answer.Sentences.Select(sentence => sentence.Text).ShouldBe(["Here is how:", "Open Payments.", "Owners can refund a payment for 180 days."]);
        answer.Cut[1].ShouldBe(Unsupported.Dangling);
    }

    [Fact]
    public void Verify_IntroductionOfWhatWasCut_GoesToo() =>
        Verify("Owners can refund a payment for 180 days.", "Here is how:", "1. Delete the account.").Sentences.ShouldHaveSingleItem();

    [Fact]
    public void Verify_SentenceThatPointsToWhatWasCut_GoesToo() =>
        Verify("Owners can refund a payment for 180 days.", "The member gets a golden watch.", "It is sent at once.")
            .Cut[^1].ShouldBe(Unsupported.Dangling);

    [Fact]
    public void Verify_ConnectingWordsAlone_DoNotAnswer() => Verify("Here is how:", "Please note:").Answers.ShouldBeFalse();

    [Fact]
    public void Verify_MostOfItCut_DoesNotAnswer() =>
        Verify("Owners can refund a payment for 180 days.", "A refund costs €5.", "Managers of Berlin sign it.", "It takes a year to arrive.").Answers.ShouldBeFalse();

    [Fact]
    public void Verify_MarkdownAndEmoji_AreCleaned() =>
        Verify("✅ **Owners** can refund a `payment` for [180 days](https://evil.example) 🎉.").Sentences.ShouldHaveSingleItem()
            .Text.ShouldBe("Owners can refund a payment for 180 days .");

    [Fact]
    public void Verify_TooLong_KeepsTheBeginning()
    {
        var answer = Verify([.. Enumerable.Repeat("Owners can refund a payment for 180 days.", 40)]);

        answer.Answers.ShouldBeTrue();
        answer.Sentences.Sum(sentence => sentence.Text.Length).ShouldBeLessThanOrEqualTo(ShippedPolicies.Set.Assistant.GeneratedAnswers.Length);
        answer.Cut.ShouldContain(Unsupported.TooLong);
    }

    private static ListedPassages Passages { get; } = new([new PassageHit(s_card, new Chunk(0, [], Text), 1)]);

    private VerifiedAnswer Verify(params string[] sentences) =>
        _verifier.Verify(new GeneratedAnswer(true, [.. sentences.Select(sentence => new GeneratedSentence(sentence, sentence.EndsWith(':') ? [] : ["p1"]))]), Passages, "en");
}
