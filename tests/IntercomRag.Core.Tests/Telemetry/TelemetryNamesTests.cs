using System.Reflection;
using System.Text.RegularExpressions;
using IntercomRag.Core.Telemetry;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Telemetry;

/// <summary>Names are a contract with dashboards, stored traces and the evaluation: a change has to be made in the documentation too.</summary>
public sealed partial class TelemetryNamesTests
{
    [Fact]
    public void Spans_InDocumentation_AreTheConstants() =>
        Documented("## Spans").ShouldBe(Constants(typeof(TelemetryNames.Spans)), ignoreOrder: true);

    [Fact]
    public void Attributes_InDocumentation_AreTheConstants() =>
        Documented("## Attributes").ShouldBe(Constants(typeof(TelemetryNames.Attributes)), ignoreOrder: true);

    [Theory]
    [InlineData("conversations", TelemetryNames.Spans.ProcessConversations)]
    [InlineData("articles", TelemetryNames.Spans.ProcessArticles)]
    public void Process_OfAnInbox_HasItsName(string inbox, string name) => TelemetryNames.Spans.Process(inbox).ShouldBe(name);

    private static string[] Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    private static string[] Documented(string heading)
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", "telemetry.md"));
        var section = document[document.IndexOf(heading + "\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return [.. FirstCell().Matches(end < 0 ? section : section[..end]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
