using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Retrieval.CrossLanguage;

public sealed class SupportVocabularyTests
{
    [Fact]
    public void Between_Languages_GivesStemsBothWaysLongestPhraseFirst()
    {
        var vocabulary = new SupportVocabulary([Meaning(["facture"], ["invoices", "bill"]), Meaning(["mot de passe"], ["password"])]);

        var french = vocabulary.Between("fr", "en").ToList();
        french.Select(entry => string.Join(' ', entry.Phrase)).ShouldBe(["mot pass", "factur"]);
        french[1].Meaning.Select(phrase => phrase.ShouldHaveSingleItem()).ShouldBe(["invoic", "bill"]);
        vocabulary.Between("en", "fr").Count().ShouldBe(3);
        vocabulary.Between("en", "de").ShouldBeEmpty();
    }

    [Fact]
    public void Shipped_Vocabulary_HasFrenchForEnglish() => ShippedPolicies.Set.Vocabulary.Between("fr", "en").Count().ShouldBeGreaterThan(120);

    [Fact]
    public void Create_FormsOfOneWordUnderOneMeaning_AreOneForm() =>
        new SupportVocabulary([Meaning(["annuler", "annulation"], ["cancel"])]).Between("fr", "en").ShouldHaveSingleItem();

    [Fact]
    public void Create_WordUnderTwoMeanings_IsRefused() =>
        Should.Throw<FormatException>(() => new SupportVocabulary([Meaning(["prix"], ["price"]), Meaning(["prix"], ["award"])]))
            .Message.ShouldContain("\"prix\" (fr) stands under two meanings");

    private static Dictionary<string, IReadOnlyList<string>> Meaning(string[] french, string[] english) => new() { ["fr"] = french, ["en"] = english };
}
