using FsCheck;
using FsCheck.Fluent;
using IntercomRag.Core.Answers.Quoting;

namespace IntercomRag.Core.Tests.Answers.Quoting;

/// <summary>Articles of any shape, asked for any of their words.</summary>
public sealed class QuoterProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly string[] Words =
        ["booking", "refund", "This", "However", "To do so:", "member.", "Members", "price", "12 €", "Cela", "annuler.", "Pour annuler :", "e.g.", "M. Roy", "days.", "Il faut", "card", "? Yes", "« oui »."];

    [Fact]
    public void Quote_AnyArticle_HasEveryLineInItsPassage() => Check.One(Checks, Prop.ForAll(Cases(), @case =>
        Quotes.Blocks(@case.Html, @case.Question).All(block =>
        {
            var texts = block.Source.Chunk.HeadingPath.Append(block.Source.Chunk.Text).Select(Flat).ToList();
            return block.Text.Lines.Count > 0 && block.Text.Lines.All(line => texts.Exists(text => text.Contains(Flat(line), StringComparison.Ordinal)));
        })));

    [Fact]
    public void Quote_AnyArticle_StaysUnderTheCap() => Check.One(Checks, Prop.ForAll(Cases(), @case =>
        Quotes.Blocks(@case.Html, @case.Question).Sum(block => block.Text.Text.Length) <= Quoter.Longest));

    [Fact]
    public void Quote_AnyArticle_RepeatsNothingAndKeepsTheOrder() => Check.One(Checks, Prop.ForAll(Cases(), @case =>
    {
        var ordinals = Quotes.Blocks(@case.Html, @case.Question).Select(block => block.Source.Chunk.Ordinal).ToList();
        return ordinals.SequenceEqual(ordinals.Order());
    }));

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Arbitrary<(string Html, string Question)> Cases() =>
        (from shapes in Gen.ArrayOf(from kind in Gen.Choose(0, 9) from words in Gen.ArrayOf(Gen.Elements(Words)) select Html(kind, words))
         from question in Gen.ArrayOf(Gen.Elements(Words))
         select (string.Concat(shapes), "how " + string.Join(' ', question.Take(4)))).ToArbitrary();

    private static string Html(int kind, string[] words)
    {
        var text = string.Join(' ', words);
        return kind switch
        {
            0 => $"<h2>{text}</h2>",
            1 => $"<h3>{text}</h3>",
            2 => $"<ol>{string.Concat(words.Select(word => $"<li>{word}</li>"))}</ol>",
            3 => $"<ul>{string.Concat(words.Select(word => $"<li>{word}<ul><li>{word}</li></ul></li>"))}</ul>",
            4 => $"<table><tr><th>a</th><th>b</th></tr>{string.Concat(words.Select(word => $"<tr><td>{word}</td><td>{text}</td></tr>"))}</table>",
            5 => $"<blockquote><p>{text}</p></blockquote>",
            6 => $"<pre>{string.Join("<br>", words)}</pre>",
            _ => $"<p>{text}<br>{text}</p>",
        };
    }
}
