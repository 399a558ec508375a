using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>Walks an article's elements once, from top to bottom, and writes its blocks.</summary>
internal sealed class BlockReader(Uri? page)
{
    /// <summary>Longer "headings" are text in a heading's style.</summary>
    private const int LongestHeading = 200;

    private readonly InlineText _text = new();
    private readonly ListLines _list = new();
    private readonly HeadingStack _headings = new();
    private List<Block> _blocks = [];

    // Inside a heading, a table's cell or a summary everything is one line.
    private int _lineDepth;
    private bool _inCallout;

    public IReadOnlyList<Block> Read(IElement body)
    {
        ReadChildren(body);
        EndText();
        EndList();
        return _blocks;
    }

    private void ReadChildren(INode parent)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text)
            {
                _text.Append(text.Data);
            }
            else if (node is IElement element && !HiddenContent.IsHidden(element))
            {
                ReadElement(element);
            }
        }
    }

    private void ReadElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _text.LineBreak();
                break;
            case "a":
                ReadLink(element);
                break;
            case "img":
                ReadImage(element);
                break;
            case "iframe":
                ReadFrame(element);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadHeading(element);
                break;
            case "details":
                ReadAccordion(element);
                break;
            case "ul" or "ol" or "menu" when _lineDepth == 0:
                ReadList(element);
                break;
            case "li" when _list.IsOpen && _lineDepth == 0:
                EndText();
                _list.StartItem(NumberIn(element, "value"));
                ReadChildren(element);
                EndText();
                break;
            case "table" when _lineDepth == 0:
                ReadTable((IHtmlTableElement)element);
                break;
            case "pre" when _lineDepth == 0:
                ReadCode(element);
                break;
            default:
                if (IsCallout(element) && !_inCallout && _lineDepth == 0)
                {
                    ReadCallout(element);
                }
                else if (IsBlock(element.LocalName))
                {
                    EndText();
                    ReadChildren(element);
                    EndText();
                }
                else
                {
                    ReadChildren(element);
                }

                break;
        }
    }

    private void ReadLink(IElement link)
    {
        if (LinkTarget.Resolve(link.GetAttribute("href"), page) is not { } target)
        {
            ReadChildren(link);
            return;
        }

        _text.StartLink(target);
        var start = _text.Length;
        var taken = _text.Taken;
        ReadChildren(link);

        // A link around whole paragraphs has no label on this line any more.
        var label = taken == _text.Taken ? _text.From(start).Trim() : "";
        if (label.Length == 0)
        {
            _text.Append(target);
            _text.Space();
        }
        else if (SameAddress(label, target))
        {
            _text.Replace(start, target);
        }
        else
        {
            _text.EndLink(target);
        }
    }

    // "Read https://x.example/a" ends with its address and says more.
    private static bool SameAddress(string label, string target) =>
        !label.Any(char.IsWhiteSpace) && string.Equals(Bare(label), Bare(target), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address) => address.Split("://")[^1].TrimEnd('/');

    private void ReadImage(IElement image)
    {
        if (ImageText.Of(image) is { } words)
        {
            _text.Space();
            _text.Append(words);
            _text.Space();
        }
    }

    private void ReadFrame(IElement frame)
    {
        var title = frame.GetAttribute("title")?.Trim();
        if (HiddenContent.IsTrackingPixel(frame) || LinkTarget.Resolve(frame.GetAttribute("src"), page) is not { } target)
        {
            return;
        }

        EndText();
        _text.Append(string.IsNullOrEmpty(title) ? target : $"{title} ({target})");
        EndText();
    }

    private void ReadHeading(IElement element)
    {
        EndText();
        if (_lineDepth > 0 || _inCallout || _list.IsOpen)
        {
            ReadChildren(element);
            EndText();
            return;
        }

        var text = ReadLine(element);
        if (text.Length > LongestHeading)
        {
            Add(BlockKind.Paragraph, [text]);
        }
        else if (text.Length > 0)
        {
            _blocks.Add(new Block(BlockKind.Heading, [text], _headings.Enter(element.LocalName[1] - '0', text)));
        }
    }

    private void ReadAccordion(IElement details)
    {
        EndText();
        var summary = details.Children.FirstOrDefault(child => child.LocalName == "summary" && !HiddenContent.IsHidden(child));
        if (summary is null || _lineDepth > 0 || _inCallout || _list.IsOpen)
        {
            ReadChildren(details);
            EndText();
            return;
        }

        var title = ReadLine(summary);
        summary.Remove();
        if (title.Length is 0 or > LongestHeading)
        {
            if (title.Length > 0)
            {
                Add(BlockKind.Paragraph, [title]);
            }

            ReadChildren(details);
            EndText();
            return;
        }

        var (above, before) = _headings.EnterSection(title);
        _blocks.Add(new Block(BlockKind.Heading, [title], above));
        ReadChildren(details);
        EndText();
        _headings.LeaveSection(before);
    }

    private void ReadList(IElement element)
    {
        EndText();
        _list.Open(element.LocalName == "ol" ? NumberIn(element, "start") ?? 1 : null);
        ReadChildren(element);
        EndText();
        _list.Close();
        if (!_list.IsOpen)
        {
            EndList();
        }
    }

    private void ReadTable(IHtmlTableElement table)
    {
        EndText();

        // A table of one column lays out a page.
        if (table.Rows.All(row => row.Cells.Length <= 1))
        {
            ReadChildren(table);
            EndText();
            return;
        }

        if (table.Caption is { } caption && ReadLine(caption) is { Length: > 0 } title)
        {
            EndList();
            Add(BlockKind.Paragraph, [title]);
        }

        var lines = new List<string>();
        var hasHeader = false;
        foreach (var row in table.Rows.Where(IsShown))
        {
            var cells = row.Cells.Where(cell => !HiddenContent.IsHidden(cell)).ToList();
            var line = string.Join(" | ", cells.Select(cell => ReadLine(cell).Replace('|', '/'))).TrimEnd(' ', '|');
            if (line.Length > 0)
            {
                hasHeader |= lines.Count == 0 && (row.ParentElement?.LocalName == "thead" || cells.All(cell => cell.LocalName == "th"));
                lines.Add(line);
            }
        }

        if (lines.Count > 0)
        {
            EndList();
            Add(BlockKind.Table, lines, hasHeader);
        }
    }

    private static bool IsShown(IElement row) =>
        !HiddenContent.IsHidden(row) && (row.ParentElement is null || !HiddenContent.IsHidden(row.ParentElement));

    private void ReadCode(IElement element)
    {
        EndText();
        EndList();
        var lines = CodeText.LinesOf(element);
        if (lines.Count > 0)
        {
            Add(BlockKind.Code, lines);
        }
    }

    private void ReadCallout(IElement element)
    {
        EndText();
        EndList();
        var outside = _blocks;
        _blocks = [];
        _inCallout = true;
        ReadChildren(element);
        EndText();
        EndList();
        _inCallout = false;
        var lines = _blocks.SelectMany(block => block.Lines).Select(line => "> " + line).ToList();
        _blocks = outside;
        if (lines.Count > 0)
        {
            Add(BlockKind.Callout, lines);
        }
    }

    private string ReadLine(IElement element)
    {
        _lineDepth++;
        ReadChildren(element);
        _lineDepth--;
        return OneLine(_text.Take());
    }

    private void EndText()
    {
        if (_lineDepth > 0)
        {
            _text.Space();
            return;
        }

        var text = _text.Take();
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (_list.IsOpen)
        {
            _list.Write(OneLine(text));
            return;
        }

        // "One<br>Two<br><br>Three": a line break stays, an empty line begins a paragraph.
        var lines = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries).Append(""))
        {
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                Add(BlockKind.Paragraph, lines);
                lines = [];
            }
        }
    }

    private void EndList()
    {
        var lines = _list.Take();
        if (lines.Count > 0)
        {
            Add(BlockKind.List, lines);
        }
    }

    private void Add(BlockKind kind, IReadOnlyList<string> lines, bool hasHeaderRow = false) =>
        _blocks.Add(new Block(kind, lines, _headings.Path, hasHeaderRow));

    private static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static int? NumberIn(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsCallout(IElement element) =>
        element.LocalName is "blockquote" or "aside" || element.ClassList.Contains("intercom-interblocks-callout");

    private static bool IsBlock(string name) => name is
        "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "nav" or "aside" or "address" or "figure" or "figcaption" or
        "fieldset" or "legend" or "ul" or "ol" or "menu" or "li" or "dl" or "dt" or "dd" or "table" or "caption" or "thead" or "tbody" or "tfoot" or "tr" or
        "td" or "th" or "pre" or "blockquote" or "hr" or "summary" or "center" or "hgroup" or "dialog" or "search" or "frameset";
}
