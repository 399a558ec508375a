namespace IntercomRag.Core.Knowledge.Html;

/// <summary>Writes the items of nested lists, each on a line with its bullet or number: <c>2. Choose a plan</c>, <c>  - Monthly</c>.</summary>
internal sealed class ListLines
{
    /// <summary>Deeper levels are written at this one: indentation must not outgrow the text.</summary>
    private const int DeepestLevel = 8;

    private readonly Stack<Level> _levels = new();
    private List<string> _lines = [];

    public bool IsOpen => _levels.Count > 0;

    private string Indent => new(' ', 2 * Math.Min(_levels.Count - 1, DeepestLevel));

    /// <param name="firstNumber">Number of the first step; null for bullets.</param>
    public void Open(int? firstNumber) => _levels.Push(new Level { Number = firstNumber });

    public void Close() => _levels.Pop();

    /// <param name="number">The item's own number where the article gives one; the numbering goes on from it.</param>
    public void StartItem(int? number)
    {
        var level = _levels.Peek();
        if (level.Number is not null)
        {
            level.Number = number ?? level.Number;
            level.Prefix = $"{Indent}{level.Number++}. ";
        }
        else
        {
            level.Prefix = Indent + "- ";
        }

        level.Line = -1;
    }

    public void Write(string text)
    {
        var level = _levels.Peek();
        if (level.Prefix is not null)
        {
            _lines.Add(level.Prefix + text);
            level.Prefix = null;
        }
        else if (level.Line >= 0 && level.Line == _lines.Count - 1)
        {
            _lines[^1] += " " + text;
        }
        else
        {
            // The item goes on after a list, table or code of its own.
            _lines.Add(Indent + "  " + text);
        }

        level.Line = _lines.Count - 1;
    }

    /// <summary>The lines so far; numbering goes on in the next ones.</summary>
    public List<string> Take()
    {
        var lines = _lines;
        _lines = [];
        foreach (var level in _levels)
        {
            level.Line = -1;
        }

        return lines;
    }

    private sealed class Level
    {
        /// <summary>Of the next item; null for bullets.</summary>
        public int? Number { get; set; }

        /// <summary>Waits for the item's first words: an item without words leaves no line.</summary>
        public string? Prefix { get; set; }

        /// <summary>The item's last line, or -1.</summary>
        public int Line { get; set; } = -1;
    }
}
