using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IntercomRag.Core.Knowledge.Chunking;
using IntercomRag.Core.Knowledge.Html;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Tests.Knowledge.Chunking;

/// <summary>Articles of any shape, in which every word is another.</summary>
public sealed class ChunkerProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Split_AnyArticle_LosesNoWord() => Check.One(Checks, Prop.ForAll(Articles(), article =>
        Split(article).SelectMany(chunk => Words(string.Join(' ', chunk.HeadingPath) + " " + chunk.Text)).ToHashSet().SetEquals(Words(article))));

    // The header row of a table, which later parts repeat, counts where it stood first.
    [Fact]
    public void Split_AnyArticle_KeepsTheOrderOfItsWords() => Check.One(Checks, Prop.ForAll(Articles(), article =>
    {
        var numbers = Split(article).SelectMany(chunk => Words(chunk.Text)).Distinct().Select(word => int.Parse(word[1..], CultureInfo.InvariantCulture)).ToList();
        return numbers.SequenceEqual(numbers.Order());
    }));

    [Fact]
    public void Split_AnyArticle_BoundsEveryChunk() => Check.One(Checks, Prop.ForAll(Articles(), article =>
        Split(article).All(chunk => chunk.Text.Length is > 0 and <= Chunker.MaxLength && !chunk.Text.StartsWith('\n') && !chunk.Text.EndsWith('\n'))));

    [Fact]
    public void Split_AnyArticle_NumbersChunksFromZero() => Check.One(Checks, Prop.ForAll(Articles(), article =>
        Split(article).Select((chunk, i) => chunk.Ordinal == i).All(same => same)));

    private static IReadOnlyList<Chunk> Split(string html) => Chunker.Split(ArticleHtml.Read(html, null));

    private static IEnumerable<string> Words(string text)
    {
        for (var i = text.IndexOf('w', StringComparison.Ordinal); i >= 0; i = text.IndexOf('w', i + 1))
        {
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end > i + 1)
            {
                yield return text[i..end];
            }
        }
    }

    // A shape is a kind of element and the number of words in it; the words are numbered through afterwards.
    private static Arbitrary<string> Articles() =>
        (from shapes in Gen.ArrayOf(from kind in Gen.Choose(0, 9) from size in Gen.Frequency((6, Gen.Choose(1, 30)), (2, Gen.Choose(100, 600))) select (kind, size))
         select Html(shapes)).ToArbitrary();

    private static string Html((int Kind, int Size)[] shapes)
    {
        var next = 0;
        return string.Concat(shapes.Select(shape => Element(shape.Kind, shape.Size)));

        string Element(int kind, int size) => kind switch
        {
            0 => $"<h1>{Run(Math.Min(size, 10))}</h1>",
            1 => $"<h2>{Run(Math.Min(size, 10))}</h2>",
            2 => $"<h3>{Run(size)}</h3>",
            3 => $"<ul>{string.Concat(Enumerable.Range(0, 1 + (size / 8)).Select(_ => $"<li>{Run(8)}</li>"))}</ul>",
            4 => $"<ol><li>{Run(size)}<ul><li>{Run(3)}</li><li>{Run(size)}</li></ul></li><li>{Run(2)}</li></ol>",
            5 => $"<table><tr><th>{Run(1)}</th><th>{Run(1)}</th></tr>{string.Concat(Enumerable.Range(0, 1 + (size / 5)).Select(_ => $"<tr><td>{Run(2)}</td><td>{Run(3)}</td></tr>"))}</table>",
            6 => $"<div class=\"intercom-interblocks-callout\"><p>{Run(size)}</p></div>",
            7 => $"<pre>{string.Join('\n', Enumerable.Range(0, 1 + (size / 6)).Select(_ => Run(6)))}</pre>",
            8 => $"<details><summary>{Run(3)}</summary><p>{Run(size)}</p></details>",
            _ => $"<p>{Run(size)}</p>",
        };

        string Run(int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => $"w{next++}" + (i % 9 == 8 ? "." : "")));
    }
}
