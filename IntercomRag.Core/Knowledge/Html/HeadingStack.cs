namespace IntercomRag.Core.Knowledge.Html;

/// <summary>The headings that are in force where the reader of the article is.</summary>
internal sealed class HeadingStack
{
    private readonly List<(int Level, string Text)> _headings = [];
    private int _floor;

    public IReadOnlyList<string> Path => [.. _headings.Select(heading => heading.Text)];

    /// <summary>Ends the sections that a heading of this level ends; returns the path above it.</summary>
    public IReadOnlyList<string> Enter(int level, string text)
    {
        level = Math.Max(level, _floor + 1);
        _headings.RemoveAll(heading => heading.Level >= level);
        var above = Path;
        _headings.Add((level, text));
        return above;
    }

    /// <summary>
    /// A section whose end the markup shows, as that of an accordion: headings inside are below its own, and what follows it is not.
    /// </summary>
    public (IReadOnlyList<string> Above, State Before) EnterSection(string text)
    {
        var before = new State([.. _headings], _floor);
        var level = _headings.Count == 0 ? 1 : _headings[^1].Level + 1;
        var above = Enter(level, text);
        _floor = _headings[^1].Level;
        return (above, before);
    }

    public void LeaveSection(State before)
    {
        _headings.Clear();
        _headings.AddRange(before.Headings);
        _floor = before.Floor;
    }

    public sealed record State(IReadOnlyList<(int Level, string Text)> Headings, int Floor);
}
