using IntercomRag.Core.Knowledge;
using IntercomRag.Eval.Articles;

namespace IntercomRag.Eval.Tests.Recorded;

public sealed class ArticleFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_LinesWithOneId_AreLanguagesOfOneArticle()
    {
        var source = ArticleReader.Read(_folder.Write(
            "a.jsonl",
            """{"id":"1","title":"A","body_html":"<p>a</p>","locale":"fr","collection":"Billing > Invoices","state":"draft","audience":"all_leads"}""",
            """{"id":"1","title":"A","body_html":"<p>a</p>","locale":"en"}"""));

        var article = source.Articles.ShouldHaveSingleItem();
        (article.Audience, article.Contents[0].State, article.Contents[1].State).ShouldBe((Audience.AllLeads, ArticleState.Draft, ArticleState.Published));
        source.Collections.Select(collection => collection.NameIn("fr")).ShouldBe(["Billing", "Invoices"]);
    }

    [Theory]
    [InlineData("{oops", "not an article: ")]
    [InlineData("""{"title":"A","body_html":""}""", "\"id\" is missing.")]
    [InlineData("""{"id":"2","title":"A"}""", "\"body_html\" is missing.")]
    [InlineData("""{"id":"2","body_html":"","state":"gone"}""", "the state \"gone\" is neither published nor draft.")]
    [InlineData("""{"id":"2","body_html":"","audience":"friends"}""", "the audience \"friends\" is not known.")]
    [InlineData("""{"id":"1","body_html":"","locale":"en"}""", "the article \"1\" stands in the language en already.")]
    public void Read_BrokenLine_StopsWithFileAndLine(string line, string problem) => Should.Throw<EvalException>(
        () => ArticleReader.Read(_folder.Write("a.jsonl", """{"id":"1","body_html":""}""", line))).Message.ShouldStartWith($"{_folder.PathTo("a.jsonl")}:2: {problem}");

    [Fact]
    public void Read_NoSuchPath_SaysWhatArticlesAre() =>
        Should.Throw<EvalException>(() => ArticleReader.Read(_folder.PathTo("none.jsonl"))).Message.ShouldContain("no such file or folder");

    [Fact]
    public void Read_Nothing_IsTheDemoWorkspace()
    {
        var demo = ArticleReader.Read(ArticleReader.Demo);

        demo.Articles.Count.ShouldBeGreaterThan(50);
        demo.Articles.SelectMany(article => article.Contents).ShouldContain(content => content.State == ArticleState.Draft);
        ArticleReader.Read(ArticleReader.None).Articles.ShouldBeEmpty();
    }
}
