using System.Globalization;
using System.Text.RegularExpressions;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>What the worker says at the end of its first sync, an article counted once for each of its languages:
/// <code>
/// Full sync: 121 synced, 0 unchanged, 0 removed, 8 skipped, 0 errors in 1.9 s; complete: True
/// </code></summary>
internal sealed partial record FirstSync(int Synced, int Skipped, int Errors, double Seconds, bool Complete)
{
    /// <summary>Only the last line of a sync holds it.</summary>
    public const string End = "; complete: ";

    public static FirstSync Read(string log)
    {
        var line = Line().Match(log);
        line.Success.ShouldBeTrue(log);
        return new FirstSync(
            Number("synced"),
            Number("skipped"),
            Number("errors"),
            double.Parse(line.Groups["seconds"].Value, CultureInfo.InvariantCulture),
            bool.Parse(line.Groups["complete"].Value));

        int Number(string name) => int.Parse(line.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""
        Full\ sync:\ (?<synced>\d+)\ synced,\ \d+\ unchanged,\ \d+\ removed,\ (?<skipped>\d+)\ skipped,
        \ (?<errors>\d+)\ errors\ in\ (?<seconds>[\d.]+)\ s;\ complete:\ (?<complete>True|False)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Line();
}
