using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Report.Html;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Tests.Report;

public sealed class HtmlReportTests
{
    /// <summary>Tries to leave an element, an attribute, a comment and the script.</summary>
    private const string Hostile = "</td></script><script>alert(1)</script><img src=x onerror=alert(1)>\" autofocus onfocus=\"alert(1)' --><!-- \u202eabc\u0000 é 😀";

    [Fact]
    public async Task Report_OfSeveral_HasEachConversationOnceInOrder()
    {
        using var page = await Render(SampleRun.Report(SampleRun.Passed, SampleRun.Failed, SampleRun.NotJudged));

        page.QuerySelectorAll("details.item").Select(item => item.QuerySelector("summary code")?.TextContent)
            .ShouldBe([SampleRun.Passed.Id, SampleRun.Failed.Id, SampleRun.NotJudged.Id]);
        page.QuerySelectorAll("details.item").Select(item => item.GetAttribute("data-verdict")).ShouldBe(["passed", "failed", "open"]);
    }

    [Fact]
    public async Task Conversation_Failed_ShowsEverythingThatExplainsIt()
    {
        using var page = await Render(SampleRun.Report(SampleRun.Failed));

        var item = page.QuerySelector("details.item")!.TextContent;
        foreach (var text in new[]
        {
            "How late can I cancel?", "answer or offer", "escalate", "low_confidence", "evidence.sufficient", "0.731", "missing: 12 hours", "1020/en#0",
            "Booking rules", "invoke_agent IntercomRag", "intercomrag.rule",
        })
        {
            item.ShouldContain(text);
        }
    }

    [Fact]
    public async Task Text_ThatIsHostile_StaysText()
    {
        var plain = await Bytes(SampleRun.Report(SampleRun.Failed));
        var report = SampleRun.Report(Poisoned());
        report = report with { Result = report.Result with { Warnings = [new RunWarning(Hostile, 1, Hostile)] } };

        using var page = await Render(report);

        using var harmless = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(plain));
        page.Scripts.Length.ShouldBe(harmless.Scripts.Length);
        page.QuerySelectorAll("img, iframe, object, embed").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "autofocus").ShouldBeEmpty();
        page.QuerySelector(".words")!.TextContent.ShouldContain("<img src=x onerror=alert(1)>");
        page.QuerySelector("summary h3")!.TextContent.ShouldContain("</script><script>alert(1)</script>");
    }

    [Fact]
    public async Task Page_AllowsItsOwnStyleAndScriptAndNothingElse()
    {
        using var page = await Render(SampleRun.Report(SampleRun.Passed));

        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        policy.ShouldStartWith("default-src 'none';");
        foreach (var element in page.QuerySelectorAll("style, script"))
        {
            policy.ShouldContain($"{element.LocalName}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}'");
        }

        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")).ShouldAllBe(address => address == "data:,");
        page.QuerySelectorAll("a").OfType<IHtmlAnchorElement>().ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('#'));
    }

    [Fact]
    public async Task SameReport_GivesTheSameBytes()
    {
        var first = await Bytes(SampleRun.Report(SampleRun.Passed, SampleRun.Failed));
        var second = await Bytes(SampleRun.Report(SampleRun.Passed, SampleRun.Failed));

        first.ShouldBe(second);
        first.ShouldNotContain((byte)'\r');
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public async Task OtherMachineLanguage_GivesTheSameBytes(string culture)
    {
        var here = await Bytes(SampleRun.Report(SampleRun.Failed));
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo(culture);
            (await Bytes(SampleRun.Report(SampleRun.Failed))).ShouldBe(here);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Spans_WithoutTimes_ShowNoBars()
    {
        using var page = await Render(SampleRun.Report(SampleRun.Passed));

        page.QuerySelectorAll(".waterfall tbody tr").Length.ShouldBe(2);
        page.QuerySelectorAll(".waterfall svg").ShouldBeEmpty();
    }

    [Fact]
    public async Task Spans_WithTimes_ShowOneBarEach()
    {
        var timed = SampleRun.Passed with
        {
            Spans =
            [
                new SpanResult("turn", 0, IsError: false, new Dictionary<string, string>(), 0, 10),
                new SpanResult("turn.decide", 1, IsError: false, new Dictionary<string, string>(), 4, 5),
            ],
        };

        using var page = await Render(SampleRun.Report(timed));

        page.QuerySelectorAll(".waterfall svg rect").Select(bar => (bar.GetAttribute("x"), bar.GetAttribute("width"))).ShouldBe([("0.0", "1000.0"), ("400.0", "500.0")]);
    }

    [Fact]
    public async Task Tables_HaveHeadersAndHeadingsDoNotSkip()
    {
        using var page = await Render(SampleRun.Report(SampleRun.Passed, SampleRun.Failed));

        page.QuerySelectorAll("table").ShouldAllBe(table => table.QuerySelectorAll("th[scope]").Length > 0);
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First <= 1);
        page.QuerySelectorAll("svg:not([aria-hidden])").ShouldAllBe(drawing => drawing.HasAttribute("aria-label"));
    }

    [Fact]
    public async Task Verdict_WithChange_LinksToItsConversation()
    {
        var failed = SampleRun.Failed;
        var change = new ConversationChange(
            failed.Id, TurnedWrong: true, ["decision.accuracy"], "How late can I cancel?", failed.Expected, SampleRun.Passed.Got, failed.Got, "escalate instead of answer",
            failed.Passages, "decide", "rule evidence.sufficient → evidence.low");
        var verdict = new GateVerdict(
            Passed: false, [new GateFinding("sign_test", "decision.accuracy", Failed: true, "7 turned wrong, 0 right: p = 0.008.")],
            [new MeasureComparison("decision.accuracy", 0.9, 0.8, 70, 7, 0, 0.0078)], [change], ["new-one"], ["old-one"]);

        using var page = await Render(SampleRun.Report(SampleRun.Passed, failed) with { Verdict = verdict });

        page.QuerySelector("h1")!.TextContent.ShouldBe("The change does not pass the gate");
        var link = page.QuerySelector(".changes a")!.GetAttribute("href")!;
        page.QuerySelector(link)!.QuerySelector("summary code")!.TextContent.ShouldBe(failed.Id);
        var section = page.QuerySelector(".verdict")!.TextContent;
        section.ShouldContain("7 turned wrong, 0 right: p = 0.008.");
        section.ShouldContain("rule evidence.sufficient → evidence.low");
        section.ShouldContain("new-one");
        section.ShouldContain("old-one");
    }

    [Fact]
    public async Task Report_OfNothing_StillOpens()
    {
        var report = new RunReport(
            new RunResult(
                new RunInfo("run", Articles: null, "none.jsonl", PolicyVersion: null, 0, 0), new Dictionary<string, MetricValue>(),
                new Dictionary<string, IReadOnlyDictionary<string, MetricValue>>(), new Charts(Confusion: null, [], []), [], []),
            Verdict: null);

        using var page = await Render(report);

        page.QuerySelector("h1")!.TextContent.ShouldContain("0 conversations");
    }

    private static ConversationResult Poisoned()
    {
        var words = new Dictionary<string, string> { [Hostile] = Hostile };
        return SampleRun.Failed with
        {
            Id = Hostile,
            Locale = Hostile,
            Source = Hostile,
            Turns = [new TurnText(Hostile, Hostile), new TurnText("customer", Hostile)],
            Expected = new Expectation(Hostile, [Hostile], Hostile, [Hostile], Hostile, [Hostile], Answerable: true),
            Got = SampleRun.Failed.Got with { Action = Hostile, Reason = Hostile, Rule = Hostile, Links = ["javascript:alert(1)"], Reply = Hostile, Team = Hostile, Signals = [Hostile] },
            Passages = [new PassageResult(Hostile, Hostile, 1, 1, IsRight: true, IsCited: true, Hostile, Hostile)],
            Measures = new Dictionary<string, MeasureResult> { [Hostile] = new(0, Passed: false, Hostile) },
            Spans = [new SpanResult(Hostile, 0, IsError: true, words, 0, 1)],
        };
    }

    private static async Task<IHtmlDocument> Render(RunReport report) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(await Bytes(report)));

    private static async Task<byte[]> Bytes(RunReport report)
    {
        using var output = new MemoryStream();
        await new HtmlReportWriter().WriteAsync(report, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
