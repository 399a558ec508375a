using System.Text.RegularExpressions;

namespace IntercomRag.Benchmarks.ModelFaults;

/// <summary>What a customer must never read: the machinery's own words, and what the stub makes up.</summary>
internal static partial class InternalWords
{
    public static IEnumerable<string> In(string text) => Words().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(
        @"\w*Exception\b|\bIntercomRag\b|\b(?:timed? ?out|stack trace|status code|internal server|rate limit|circuit|unauthorized|api key|chat completions?|prompts?)\b"
        + @"|\bsystem\.\w+|\banswer\.\w+|""\w+"" *:|[{}]|<<|>>|\bp[0-9]+\b|\bnull\b|\binvented|first 3 months are free|Das geht in den",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
