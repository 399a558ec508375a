using System.Xml.Linq;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Report.JUnit;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Tests.Report;

public sealed class JUnitReportTests
{
    [Fact]
    public async Task Report_OfSeveral_CountsEachSuite()
    {
        var root = await Write(SampleRun.Report(SampleRun.Passed, SampleRun.Failed, SampleRun.NotJudged));

        Counts(root).ShouldBe(("3", "1", "1"));
        root.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")).ShouldBe(["demo.en", "demo.fr"]);
        root.Elements("testsuite").Select(Counts).ShouldBe([("2", "1", "1"), ("1", "0", "0")]);
        foreach (var suite in root.Elements("testsuite"))
        {
            suite.Elements("testcase").Count().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe((string?)suite.Attribute("tests"));
        }
    }

    [Fact]
    public async Task Case_Failed_SaysExpectedGotAndWhy()
    {
        var root = await Write(SampleRun.Report(SampleRun.Failed));

        var failure = root.Descendants("failure").ShouldHaveSingleItem();
        ((string?)failure.Attribute("message")).ShouldBe("expected answer or offer (evidence), got escalate (low_confidence)");
        failure.Value.ShouldContain("customer: How late can I cancel?");
        failure.Value.ShouldContain("decision.accuracy: escalate instead of answer");
        failure.Value.ShouldContain("answer.key_facts: missing: 12 hours");
        failure.Value.ShouldNotContain("ndcg");
        failure.Value.ShouldContain("found: 1020/en#0 Booking rules");
    }

    [Fact]
    public async Task Case_NotJudged_IsSkipped() =>
        (await Write(SampleRun.Report(SampleRun.NotJudged))).Descendants("skipped").ShouldHaveSingleItem();

    [Fact]
    public async Task Text_WithWhatXmlCannotHold_IsReplaced()
    {
        var failed = SampleRun.Failed with { Turns = [new TurnText("customer", "a\u0001b\ud800c </failure>]]> 😀\u0000")] };

        var root = await Write(SampleRun.Report(failed));

        root.Descendants("failure").Single().Value.ShouldContain("customer: a\uFFFDb\uFFFDc </failure>]]> 😀\uFFFD");
    }

    [Fact]
    public async Task SameReport_GivesTheSameBytes() =>
        (await Bytes(SampleRun.Report(SampleRun.Failed))).ShouldBe(await Bytes(SampleRun.Report(SampleRun.Failed)));

    private static (string?, string?, string?) Counts(XElement element) =>
        ((string?)element.Attribute("tests"), (string?)element.Attribute("failures"), (string?)element.Attribute("skipped"));

    private static async Task<XElement> Write(RunReport report)
    {
        using var bytes = new MemoryStream(await Bytes(report));
        return XDocument.Load(bytes).Root.ShouldNotBeNull();
    }

    private static async Task<byte[]> Bytes(RunReport report)
    {
        using var output = new MemoryStream();
        await new JUnitReportWriter().WriteAsync(report, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
