using System.Text.RegularExpressions;

namespace IntercomRag.AppHost.LocalHosting.Terminal;

/// <summary>
/// The terminal: log lines with the name of their source, and below them, on a real terminal, a table of the resources that stays in place.
/// Elsewhere (a file, a pipe, CI) each change of a resource's state is a line.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="live">Whether the cursor can be moved.</param>
/// <param name="colours">Whether colours are wanted.</param>
/// <param name="width">How wide the terminal is now.</param>
internal sealed partial class Screen(TextWriter output, bool live, bool colours, Func<int> width)
{
    private const string ClearBelow = "\e[0J";
    private const string Reset = "\e[0m";

    // Cyan, yellow, magenta, blue, green: readable on light and dark. Red is kept for what went wrong.
    private static readonly string[] SourceColours = ["\e[36m", "\e[33m", "\e[35m", "\e[34m", "\e[32m"];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _colourOf = [];
    private IReadOnlyList<ResourceRow> _rows = [];
    private int _tableLines;

    public bool Colours => colours;

    public static Screen ForConsole()
    {
        // The console of old Windows shows control sequences instead of following them; Windows Terminal does not.
        var live = !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb"
            && (!OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("WT_SESSION") is not null);
        var colours = live && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Screen(Console.Out, live, colours, () => Console.WindowWidth);
    }

    /// <summary>A line of a resource's log.</summary>
    public void Log(string source, string line)
    {
        lock (_lock)
        {
            Above($"{Coloured(ColourOf(source), $"{source,-10} |")} {(colours ? line : ControlSequence().Replace(line, ""))}");
        }
    }

    /// <summary>Something that this host itself has to say.</summary>
    public void Say(string text)
    {
        lock (_lock)
        {
            Above(text);
        }
    }

    /// <summary>Why this host cannot go on; the last thing on the screen.</summary>
    public void Fail(string text) => End($"{Environment.NewLine}{Coloured("\e[31m", "error:")} {text}");

    /// <summary>The last thing on the screen; the table goes.</summary>
    public void End(string text)
    {
        lock (_lock)
        {
            _rows = [];
            Above(text);
        }
    }

    /// <summary>The present state of all resources.</summary>
    public void Show(IReadOnlyList<ResourceRow> rows)
    {
        lock (_lock)
        {
            var changed = rows.Except(_rows).ToList();
            _rows = rows;
            if (live)
            {
                Above(null);
                return;
            }

            foreach (var row in changed)
            {
                output.WriteLine(Line(row));
            }
        }
    }

    private void Above(string? text)
    {
        if (_tableLines > 0)
        {
            output.Write($"\e[{_tableLines}A{ClearBelow}");
        }

        if (text is not null)
        {
            output.WriteLine(text);
        }

        _tableLines = live && _rows.Count > 0 ? _rows.Count + 1 : 0;
        if (_tableLines > 0)
        {
            output.WriteLine();
            foreach (var row in _rows)
            {
                // A wrapped line would take more room than the cursor goes back.
                var line = Line(row);
                output.WriteLine(line[..Math.Min(line.Length, Math.Max(width() - 1, 1))]);
            }
        }

        output.Flush();
    }

    private static string Line(ResourceRow row) => $"{Mark(row.State)} {row.Name,-10} {row.State.ToString().ToLowerInvariant(),-10} {row.Place}";

    private static char Mark(ResourceState state) => state switch
    {
        ResourceState.Healthy => '+',
        ResourceState.Unhealthy or ResourceState.Failed => '!',
        ResourceState.Stopped => '-',
        _ => '.',
    };

    private string ColourOf(string source)
    {
        if (!_colourOf.TryGetValue(source, out var colour))
        {
            colour = SourceColours[_colourOf.Count % SourceColours.Length];
            _colourOf.Add(source, colour);
        }

        return colour;
    }

    private string Coloured(string colour, string text) => colours ? $"{colour}{text}{Reset}" : text;

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex ControlSequence();
}
