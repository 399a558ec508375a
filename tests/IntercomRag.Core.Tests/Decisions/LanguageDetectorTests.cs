using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Tests.Conversations;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("Où puis-je télécharger ma facture ?", "fr")]
    [InlineData("where is my invoice", "en")]
    [InlineData("je veux un refund pour my account svp", "fr")]
    [InlineData("facture", null)]
    [InlineData("2FA ?", null)]
    public void Detect_Text_ByFunctionWords(string text, string? expected) => LanguageDetector.Detect(text).ShouldBe(expected);

    [Theory]
    [InlineData("where is my invoice?", "and SEPA?", "fr", "en")] // the history
    [InlineData("2FA", "SEPA", "fr-CA", "fr")] // the profile
    [InlineData("2FA", "SEPA", "pt-BR", "en")] // unsupported: the default
    [InlineData("2FA", "SEPA", null, "en")]
    public void Detect_TextThatDoesNotTell_FallsBack(string earlier, string text, string? profile, string expected)
    {
        var turn = new ConversationBuilder().Customer(earlier).Assistant("…").Customer(text)
            .BuildTurn(customer: ConversationBuilder.Profile with { Language = profile });

        new LanguageDetector(ShippedPolicies.Set).Detect(turn).ShouldBe(expected);
    }
}
