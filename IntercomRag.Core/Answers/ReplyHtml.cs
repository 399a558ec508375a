using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Answers;

/// <summary>
/// Builds message bodies of the few tags that Intercom shows everywhere: p, br, b, a, ul, ol, li, code. Everything else is text, and all
/// text is encoded, so that nothing a customer or an article says becomes markup.
/// </summary>
public sealed class ReplyHtml
{
    // Letters of all languages stay letters, so that a message can be read as it is stored.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    public ReplyHtml Paragraph(string text)
    {
        _html.Append("<p>").Append(Encode(text)).Append("</p>");
        return this;
    }

    /// <summary>A line in bold, as a title in a note.</summary>
    public ReplyHtml Title(string text)
    {
        _html.Append("<p><b>").Append(Encode(text)).Append("</b></p>");
        return this;
    }

    public ReplyHtml Bullets(IEnumerable<string> items)
    {
        _html.Append("<ul>");
        foreach (var item in items)
        {
            _html.Append("<li>").Append(Encode(item)).Append("</li>");
        }

        _html.Append("</ul>");
        return this;
    }

    public ReplyHtml Links(IEnumerable<ArticleCard> articles)
    {
        _html.Append("<ul>");
        foreach (var article in articles)
        {
            _html.Append("<li>").Append(Link(article)).Append("</li>");
        }

        _html.Append("</ul>");
        return this;
    }

    public ReplyHtml Block(TextBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                return Title(TextBlock.Heading(block.Text) ?? block.Text);
            case BlockKind.List:
                List(block);
                return this;
            case BlockKind.Table:
                Table(block);
                return this;
            case BlockKind.Code:
                _html.Append("<p><code>").Append(string.Join("<br>", block.Lines.Select(line => Encoder.Encode(line)))).Append("</code></p>");
                return this;
            case BlockKind.Callout:
                return Paragraph(string.Join('\n', block.Lines.Select(line => line[2..])));
            case BlockKind.Paragraph:
            default:
                return Paragraph(block.Text);
        }
    }

    public override string ToString() => _html.ToString();

    private static string Link(ArticleCard article) =>
        article.Url is null
            ? Encoder.Encode(article.Title)
            : $"<a href=\"{Encoder.Encode(article.Url.AbsoluteUri)}\">{Encoder.Encode(article.Title)}</a>";

    // The addresses inside a quotation go: the label stays, and the article itself is linked below. So every link of a reply is an article
    // that was looked up in the index a moment before.
    private static string Encode(string text) =>
        string.Join("<br>", LinkTargets.Without(text).Split('\n').Select(line => Encoder.Encode(line)));

    // Intercom refuses nested lists: deeper items become items of the one list, marked with a dash.
    private void List(TextBlock block)
    {
        var ordered = ListItem.Read(block.Lines[0])?.Number is not null;
        _html.Append(ordered ? "<ol>" : "<ul>");
        var open = false;
        foreach (var line in block.Lines)
        {
            if (ListItem.Read(line) is not { } item)
            {
                _html.Append(open ? "<br>" : "<li>").Append(Encode(line.Trim()));
                open = true;
            }
            else if (item.Depth > 0 && open)
            {
                var mark = item.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) + ". " : "– ";
                _html.Append("<br>").Append(mark).Append(Encode(item.Text));
            }
            else
            {
                _html.Append(open ? "</li><li>" : "<li>").Append(Encode(item.Text));
                open = true;
            }
        }

        _html.Append(open ? "</li>" : "").Append(ordered ? "</ol>" : "</ul>");
    }

    // Messages have no tables: each row becomes an item that repeats the column names.
    private void Table(TextBlock block)
    {
        var names = Cells(block.Lines[0]);
        var rows = block.Lines.Skip(1).Select(Cells);
        _html.Append("<ul>");
        foreach (var row in rows)
        {
            var rest = row.Skip(1).Select((cell, i) => i + 1 < names.Length && names[i + 1].Length > 0 ? $"{names[i + 1]}: {cell}" : cell);
            _html.Append("<li><b>").Append(Encode(row[0])).Append("</b>");
            _html.Append(row.Length > 1 ? " – " : "").Append(Encode(string.Join(" · ", rest))).Append("</li>");
        }

        _html.Append("</ul>");
    }

    private static string[] Cells(string row) => row.Split(" | ", StringSplitOptions.TrimEntries);
}
