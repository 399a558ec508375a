using IntercomRag.Core.Knowledge.Chunking;
using IntercomRag.Core.Knowledge.Html;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Tests.Knowledge.Chunking;

public sealed class ChunkerTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"Sentence number {i} ends here."));

    [Fact]
    public void Split_ShortArticle_IsOneChunkWithItsHeadings()
    {
        var chunk = Split("<h1>Plans</h1><p>A</p><h2>Yearly</h2><p>B</p>").ShouldHaveSingleItem();

        chunk.Text.ShouldBe("# Plans\n\nA\n\n## Yearly\n\nB");
        chunk.HeadingPath.ShouldBeEmpty();
    }

    [Fact]
    public void Split_LongArticle_IsCutAtHeadingsThatEachChunkCarries()
    {
        var chunks = Split($"<p>Intro</p><h1>Plans</h1><p>A</p><h2>Yearly</h2><p>{Long[..1500]}</p><h1>Members</h1><p>C {Long[..1500]}</p>");

        chunks.Select(chunk => string.Join('/', chunk.HeadingPath)).ShouldBe(["", "Plans", "Plans/Yearly", "Members"]);
        chunks.Select(chunk => chunk.Ordinal).ShouldBe([0, 1, 2, 3]);
        chunks[1].Text.ShouldBe("A");
    }

    [Fact]
    public void Split_HeadingsWithNothingBelow_AreKeptInFrontOfWhatFollows()
    {
        var chunks = Split($"<p>Intro</p><h2>Know your rights</h2><h2>What to do</h2><p>{Long}</p><h2>Last</h2>");

        chunks[1].HeadingPath.ShouldBe(["What to do"]);
        chunks[1].Text.ShouldStartWith("# Know your rights\n\nSentence number 0");
        chunks[^1].Text.ShouldEndWith("# Last");
    }

    [Fact]
    public void Split_LongParagraph_IsCutBetweenSentences() =>
        Split($"<p>{Long}</p>").ShouldAllBe(chunk => chunk.Text.StartsWith("Sentence") && chunk.Text.EndsWith("here."));

    [Fact]
    public void Split_LongList_IsCutBetweenStepsAndKeepsSubstepsTogether()
    {
        var steps = string.Concat(Enumerable.Range(1, 60).Select(i => $"<li>Step {i} with some words to read<ul><li>detail {i}</li></ul></li>"));

        var chunks = Split($"<p>To do so:</p><ol>{steps}</ol>");

        chunks.Count.ShouldBeGreaterThan(1);
        var lines = chunks.SelectMany(chunk => chunk.Text.Split('\n')).Where(line => line.Length > 0).Skip(1).ToList();
        lines.ShouldBe(Enumerable.Range(1, 60).SelectMany(i => new[] { $"{i}. Step {i} with some words to read", $"  - detail {i}" }));
        chunks.Skip(1).ShouldAllBe(chunk => char.IsDigit(chunk.Text[0]));
    }

    [Fact]
    public void Split_LongTable_RepeatsItsHeaderRow()
    {
        var rows = string.Concat(Enumerable.Range(1, 100).Select(i => $"<tr><td>Plan {i}</td><td>Price of the plan {i} is {i} €</td></tr>"));

        var chunks = Split($"<table><thead><tr><th>Plan</th><th>Price</th></tr></thead>{rows}</table>");

        chunks.Count.ShouldBeGreaterThan(1);
        chunks.ShouldAllBe(chunk => chunk.Text.StartsWith("Plan | Price\n"));
        chunks.SelectMany(chunk => chunk.Text.Split('\n').Skip(1)).Count().ShouldBe(100);
    }

    [Fact]
    public void Split_LongCode_FencesEveryPart() =>
        Split($"<pre>{string.Join('\n', Enumerable.Range(0, 300).Select(i => $"  line {i};"))}</pre>")
            .ShouldAllBe(chunk => chunk.Text.StartsWith("```\n  line") && chunk.Text.EndsWith(";\n```"));

    [Fact]
    public void Split_LineThatAnnouncesWhatFollows_MovesAlong()
    {
        var chunks = Split($"<p>{Long[..1900]}</p><p>To cancel, do this:</p><ul><li>{Long[..300]}</li></ul>");

        chunks[^1].Text.ShouldStartWith("To cancel, do this:\n\n- Sentence");
    }

    [Fact]
    public void Split_WordWithoutEnd_IsCut() => Split($"<p>{new string('x', 5000)}</p>").Sum(chunk => chunk.Text.Length).ShouldBe(5000);

    private static IReadOnlyList<Chunk> Split(string html) => Chunker.Split(ArticleHtml.Read(html, null));
}
