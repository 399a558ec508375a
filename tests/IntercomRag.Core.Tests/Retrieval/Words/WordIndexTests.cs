using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Retrieval.Words;

public sealed class WordIndexTests
{
    private readonly WordIndex _index = new(RankingWeights.Default);

    [Fact]
    public void Search_WordInTitle_RanksBeforeHeadingsAndText()
    {
        _index.Put(Article("text", "other thing", "refund rules apply"));
        _index.Put(Article("heading", "other thing", "rules apply", headings: "refund"));
        _index.Put(Article("title", "refund thing", "rules apply"));
        Fill();

        Ids("refund").ShouldBe(["title", "heading", "text"]);
    }

    [Fact]
    public void Search_Description_FindsTheArticle()
    {
        _index.Put(Article("1", "Billing", "text", description: "About vouchers"));

        Ids("voucher").ShouldBe(["1"]);
    }

    [Fact]
    public void Search_WordsInOneSentence_RankBeforeTheSameWordsApart()
    {
        _index.Put(Article("apart", "Notes", "The invoice is here. Nothing to see in this line. Please download it."));
        _index.Put(Article("together", "Notes", "The weather is here. Nothing to see in this line. Please download invoice."));
        Fill();

        Ids("download invoice")[0].ShouldBe("together");
    }

    [Fact]
    public void Search_SameOrder_RanksBeforeTheReverse()
    {
        _index.Put(Article("reverse", "Notes", "transfer bank"));
        _index.Put(Article("same", "Notes", "bank transfer"));
        Fill();

        Ids("bank transfer").ShouldBe(["same", "reverse"]);
    }

    [Fact]
    public void Search_ExactWord_RanksBeforeAnotherForm()
    {
        _index.Put(Article("form", "Notes", "cancelling"));
        _index.Put(Article("exact", "Notes", "cancelled"));
        Fill();

        Ids("cancelled").ShouldBe(["exact", "form"]);
    }

    [Fact]
    public void Search_OnlyStopWords_StillFinds()
    {
        _index.Put(Article("1", "How to", "x"));

        Ids("how to").ShouldBe(["1"]);
    }

    [Fact]
    public void Search_LinkTargets_AreNotSearched()
    {
        _index.Put(Article("1", "Contact", "See Bookings (https://help.tandem.example/en/articles/12-vouchers)."));

        Ids("https vouchers").ShouldBeEmpty();
    }

    [Fact]
    public void Search_OtherAudience_IsNotFound()
    {
        _index.Put(Article("1", "plan", "x", audience: Audience.AllUsers));

        _index.Search("plan", [Audience.Everyone], 10).Articles.ShouldBeEmpty();
        _index.Search("plan", [Audience.Everyone, Audience.AllUsers], 10).Articles.Count.ShouldBe(1);
    }

    [Fact]
    public void Search_Ties_ComeInTheOrderOfTheirIdsHoweverTheyWereAdded()
    {
        foreach (var id in new[] { "c", "a", "d", "b" })
        {
            _index.Put(Article(id, "same", "same"));
        }

        Ids("same").ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public void Put_Again_LeavesNothingOfTheFormerVersion()
    {
        _index.Put(Article("1", "old", "former"));
        _index.Put(Article("1", "new", "later"));

        Ids("former").ShouldBeEmpty();
        Ids("later").ShouldBe(["1"]);
        _index.Count.ShouldBe(1);
    }

    [Fact]
    public void Remove_Articles_ScoresTheOthersAsIfTheyHadNeverBeen()
    {
        var fresh = new WordIndex(RankingWeights.Default);
        for (var i = 0; i < 40; i++)
        {
            _index.Put(Article($"gone{i}", "refund rules", "refund and more refund words about money"));
        }

        foreach (var index in new[] { _index, fresh })
        {
            index.Put(Article("a", "Refund", "money back"));
            index.Put(Article("b", "Bookings", "refund of a booking"));
        }

        for (var i = 0; i < 40; i++)
        {
            _index.Remove(new ArticleKey($"gone{i}", "en"));
        }

        Scores(_index).ShouldBe(Scores(fresh));

        static List<(string, double)> Scores(WordIndex index) =>
            [.. index.Search("refund of money", [Audience.Everyone], 10).Articles.Select(match => (match.Key.ArticleId, match.Score))];
    }

    [Fact]
    public void RankPassages_BestFirst()
    {
        _index.Put(Article("1", "Invoices", "Where they are.||How to download an invoice as PDF.||Something else."));
        Fill();

        var found = _index.Search("download invoice pdf", [Audience.Everyone], 10);

        found.RankPassages(found.Articles[0].Place)[0].Ordinal.ShouldBe(1);
    }

    [Fact]
    public void Search_PageOfText_TakesItsBeginning()
    {
        _index.Put(Article("1", "needle", "x"));

        Ids("needle " + string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"word{i}"))).ShouldBe(["1"]);
    }

    private List<string> Ids(string text) => [.. _index.Search(text, [Audience.Everyone], 10).Articles.Select(match => match.Key.ArticleId)];

    private void Fill()
    {
        for (var i = 0; i < 20; i++)
        {
            _index.Put(Article($"filler{i}", "filler", "nothing of interest"));
        }
    }
}
