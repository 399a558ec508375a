using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Testing;

namespace IntercomRag.Simulator.Tests.Seeding;

public sealed class ArticlesFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"articles-{Guid.NewGuid():N}.jsonl");

    /// <summary>A single empty path when the data is absent, so that the test is there to be skipped.</summary>
    public static IEnumerable<TheoryDataRow<string>> SharedFiles => SharedData.Missing("data") is null
        ? Directory.EnumerateFiles(SharedData.PathTo("data"), "articles.jsonl", SearchOption.AllDirectories).Order().Select(path => new TheoryDataRow<string>(path))
        : [new TheoryDataRow<string>("")];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task File_WithLanguagesPathsAndAnyIds_ComesBackThroughRestAndWebhooks()
    {
        await File.WriteAllLinesAsync(
            _path,
            [
                """{"id":"faq/7 é","title":"Invoices","body_html":"<p>a</p>","url":"https://x.example/7","collection":"Billing > Invoices","locale":"en","state":"published"}""",
                """{"id":"faq/7 é","title":"Factures","body_html":"<p>b</p>","locale":"fr","state":"draft"}""",
                """{"id":8,"title":"Members only","body_html":"<p>c</p>","collection":"Billing","locale":"en","audience":"all_users"}""",
            ],
            TestContext.Current.CancellationToken);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ("Simulator:Articles", _path));

        var article = await simulator.RestAsync(HttpMethod.Get, $"/articles/{Uri.EscapeDataString("faq/7 é")}");
        var list = await simulator.RestAsync(HttpMethod.Get, "/articles");
        var collections = await simulator.RestAsync(HttpMethod.Get, "/help_center/collections");
        await simulator.ControlAsync(HttpMethod.Post, $"/articles/{Uri.EscapeDataString("faq/7 é")}/unpublish", new { });
        var webhook = (await receiver.WaitForAsync("article.unpublished"))[0];

        article.Text("id").ShouldBe("faq/7 é");
        article.Text("url").ShouldBe("https://x.example/7");
        article.Text("translated_content.fr.title").ShouldBe("Factures");
        list.Texts("data", "id").ShouldBe(["8", "faq/7 é"], ignoreOrder: true);
        collections.Texts("data", "name").ShouldBe(["Billing", "Invoices"], ignoreOrder: true);
        webhook.Item.Text("id").ShouldBe("faq/7 é");
        (await simulator.RestAsync(HttpMethod.Get, "/articles/8")).Text("help_center_audience").ShouldBe("all_users");
        (await simulator.ControlAsync(HttpMethod.Get, "/workspace")).Texts("contacts", "id").ShouldContain(SimulatorHost.Lea);
    }

    [Fact]
    public async Task File_WithBadLines_KeepsTheGoodOnes()
    {
        await File.WriteAllLinesAsync(
            _path,
            [
                """{"id":"1","title":"Good","body_html":"<p>a</p>","locale":"fr"}""",
                """{"id":"2","title":"Cut off","body_html":"<p>a""",
                """{"id":"3","body_html":"<p>no title</p>"}""",
                """{"id":"4","title":"Odd state","body_html":"","state":"hidden"}""",
                "",
                """{"id":"5","title":"Good too","body_html":"<p>b</p>","locale":"fr"}""",
            ],
            TestContext.Current.CancellationToken);
        await using var simulator = SimulatorHost.Start(("Simulator:Articles", _path));

        var list = await simulator.RestAsync(HttpMethod.Get, "/articles");

        list.Texts("data", "id").ShouldBe(["1", "5"]);
        (await simulator.RestAsync(HttpMethod.Get, "/articles/1")).Text("default_locale").ShouldBe("fr");
    }

    [Theory]
    [MemberData(nameof(SharedFiles))]
    public async Task SharedFile_Loaded_GivesEveryArticleThroughPaging(string path)
    {
        var missing = SharedData.Missing("data");
        Assert.SkipWhen(missing is not null, missing ?? "");
        await using var simulator = SimulatorHost.Start(("Simulator:Articles", path));

        var ids = new HashSet<string>();
        for (var number = 1; ; number++)
        {
            var page = await simulator.RestAsync(HttpMethod.Get, $"/articles?per_page=150&page={number}");
            var onPage = page.Texts("data", "id");
            if (onPage.Count == 0)
            {
                break;
            }

            ids.UnionWith(onPage);
        }

        ids.Count.ShouldBe(File.ReadLines(path).Count(line => line.Length > 0));
        ids.ShouldContain(id => id.Length > 0);
        (await simulator.RestAsync(HttpMethod.Get, $"/articles/{Uri.EscapeDataString(ids.First())}")).Text("body").ShouldNotBeEmpty();
    }
}
