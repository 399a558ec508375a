using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Retrieval.Words;

public sealed class SpellingTests
{
    private readonly WordIndex _index = new(RankingWeights.Default);

    public SpellingTests()
    {
        _index.Put(Article("1", "Télécharger une facture", "Le remboursement arrive sous huit jours.", "fr"));
        _index.Put(Article("2", "Réserver un cours", "Choisissez la carte.", "fr"));
    }

    [Theory]
    [InlineData("fcature", "1")]
    [InlineData("factur", "1")]
    [InlineData("facturre", "1")]
    [InlineData("rembourssemant", "1")]
    [InlineData("reserverr", "2")]
    public void Search_MistypedWord_FindsTheArticle(string text, string id) =>
        _index.Search(text, [Audience.Everyone], 10).Articles[0].Key.ArticleId.ShouldBe(id);

    [Theory]
    [InlineData("carp")]
    [InlineData("fracas")]
    [InlineData("fac7ure")]
    public void Search_AnotherWord_IsNoSlip(string text) => _index.Search(text, [Audience.Everyone], 10).Articles.ShouldBeEmpty();

    [Fact]
    public void Cover_MistypedWord_CountsForLessThanTheWord()
    {
        Coverage("facture").ShouldBeGreaterThan(Coverage("facture bitcoin"));
        Coverage("fcature bitcoin").ShouldBeLessThan(Coverage("facture bitcoin"));

        double Coverage(string text)
        {
            var found = _index.Search(text, [Audience.Everyone], 10);
            return found.Cover(found.Articles[0].Place).Sentence;
        }
    }

    [Theory]
    [InlineData("facture", "facture", 0)]
    [InlineData("fcature", "facture", 1)]
    [InlineData("facture", "facturer", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("", "abc", 3)]
    public void Slips_TwoWords_AreCounted(string a, string b, int slips) => Spelling.Slips(a, b).ShouldBe(slips);
}
