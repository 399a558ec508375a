using System.Text;

namespace IntercomRag.Simulator.Html;

/// <summary>Collects text as a browser lays it out: runs of white space are one space, blocks start on a line of their own.</summary>
internal sealed class PlainTextBuilder
{
    private readonly StringBuilder _text = new();
    private int _pendingBreaks;
    private bool _pendingSpace;

    public void AppendWords(string words)
    {
        foreach (var character in words)
        {
            if (char.IsWhiteSpace(character))
            {
                _pendingSpace = true;
            }
            else
            {
                Flush();
                _text.Append(character);
            }
        }
    }

    public void AppendVerbatim(string words)
    {
        if (words.Length > 0)
        {
            Flush();
            _text.Append(words);
        }
    }

    /// <summary>Leaves at least <paramref name="breaks"/> line breaks before what follows.</summary>
    public void Separate(int breaks) => _pendingBreaks = Math.Max(_pendingBreaks, breaks);

    public void BreakLine()
    {
        _pendingBreaks++;
        _pendingSpace = false;
    }

    public override string ToString() => _text.ToString().Trim();

    private void Flush()
    {
        if (_text.Length > 0 && _pendingBreaks > 0)
        {
            _text.Append('\n', _pendingBreaks);
        }
        else if (_text.Length > 0 && _pendingSpace && !char.IsWhiteSpace(_text[^1]))
        {
            _text.Append(' ');
        }

        _pendingBreaks = 0;
        _pendingSpace = false;
    }
}
