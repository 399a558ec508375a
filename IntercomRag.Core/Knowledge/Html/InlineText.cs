using System.Globalization;
using System.Text;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>
/// Collects running text as a browser shows it: white space of any kind, no-break spaces included, collapses to one space; invisible
/// characters go; a line break stays.
/// </summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private bool _space;

    public int Length => _text.Length;

    /// <summary>Counts how often the text was taken, so that a caller notices that what it began is gone.</summary>
    public int Taken { get; private set; }

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _space = true;
            }
            else if (!IsInvisible(c))
            {
                WriteSpace();
                _text.Append(c);
            }
        }
    }

    /// <summary>What follows is another word.</summary>
    public void Space() => _space = true;

    public void LineBreak()
    {
        _space = false;
        _text.Append('\n');
    }

    public string From(int start) => _text.ToString(start, _text.Length - start);

    /// <summary>Replaces what was written since <paramref name="start"/>; a space before or after it stays.</summary>
    public void Replace(int start, string text)
    {
        var space = _space;
        _text.Length = start;
        _space = start > 0 && _text[start - 1] is not (' ' or '\n' or '(');
        Append(text);
        _space = space;
    }

    /// <summary>The text so far; empties the collector.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        _space = false;
        Taken++;
        return text;
    }

    private void WriteSpace()
    {
        if (_space && _text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append(' ');
        }

        _space = false;
    }

    // Soft hyphen, zero-width space, word joiner, byte order mark and control characters. The zero-width joiner stays: emoji need it.
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' || char.GetUnicodeCategory(c) == UnicodeCategory.Control;
}
