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
    private readonly List<string> _targets = [];

    public int Length => _text.Length;

    /// <summary>Counts how often the text was taken, so that a caller notices that what it began is gone.</summary>
    public int Taken { get; private set; }

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                _space = true;
            }
            else if (!IsInvisible(c))
            {
                if (_space || !char.IsLetterOrDigit(c))
                {
                    WriteTargets();
                }

                WriteSpace();
                _text.Append(c);
            }
        }
    }

    /// <summary>What follows is another word.</summary>
    public void Space() => _space = true;

    public void LineBreak()
    {
        WriteTargets();
        _space = false;
        _text.Append('\n');
    }

    public string From(int start) => _text.ToString(start, _text.Length - start);

    /// <summary>Replaces what was written since <paramref name="start"/> by a word.</summary>
    public void Replace(int start, string word) => _text.Remove(start, _text.Length - start).Append(word);

    /// <summary>
    /// Begins a link. Editors cut one link into several, also inside a word, as in <c>&lt;a&gt;i&lt;/a&gt;&lt;font&gt;&lt;a&gt;ci&lt;/a&gt;&lt;/font&gt;</c>: those that
    /// follow each other to the same target are one.
    /// </summary>
    public void StartLink(string target)
    {
        if (_targets.Count > 0 && _targets[^1] == target)
        {
            _targets.RemoveAt(_targets.Count - 1);
        }

        if (_space)
        {
            WriteTargets();
            WriteSpace();
        }
    }

    /// <summary>Ends a link: <c> (target)</c> is written where the word ends in which the link does.</summary>
    public void EndLink(string target) => _targets.Add(target);

    /// <summary>The text so far; empties the collector.</summary>
    public string Take()
    {
        WriteTargets();
        var text = _text.ToString();
        _text.Clear();
        _space = false;
        Taken++;
        return text;
    }

    private void WriteTargets()
    {
        foreach (var target in _targets)
        {
            _text.Append(" (").Append(target).Append(')');
        }

        _targets.Clear();
    }

    private void WriteSpace()
    {
        if (_space && _text.Length > 0 && _text[^1] is not ('\n' or ' '))
        {
            _text.Append(' ');
        }

        _space = false;
    }

    // Soft hyphen, zero-width space, word joiner and byte order mark. The zero-width joiner stays: emoji need it.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';
}
