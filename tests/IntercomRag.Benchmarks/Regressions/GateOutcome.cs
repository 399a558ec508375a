using System.Globalization;
using System.Text.RegularExpressions;

namespace IntercomRag.Benchmarks.Regressions;

/// <summary>What the gate said of a change.</summary>
/// <param name="Passed">Null when it could not run.</param>
/// <param name="Rules">Measures that failed, by rule: <c>hard_zero answer.links_known</c>.</param>
/// <param name="TurnedWrong">Conversations that a measure judges to be wrong now and did not before.</param>
/// <param name="Output">Everything it wrote.</param>
internal sealed partial record GateOutcome(bool? Passed, IReadOnlyList<string> Rules, int TurnedWrong, int TurnedRight, string Output)
{
    /// <summary>Exit codes of IntercomRag.Eval: 0 passed, 1 regression, others: could not run.</summary>
    public static GateOutcome Of(int exitCode, string output)
    {
        var counts = Counts().Match(output);
        return new GateOutcome(
            !counts.Success ? null : exitCode switch { 0 => true, 1 => false, _ => null },
            [.. Failed().Matches(output).Select(match => $"{match.Groups["rule"].Value} {match.Groups["metric"].Value}")],
            Number(counts.Groups["wrong"]),
            Number(counts.Groups["right"]),
            output);
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    // * **sign_test** decision.accuracy: 12 turned wrong, 1 right; by chance alone with p = 0.002
    [GeneratedRegex(@"^\* \*\*(?<rule>\w+)\*\* (?<metric>[\w.@%]+)", RegexOptions.Multiline)]
    private static partial Regex Failed();

    // 12 conversations turned wrong, 1 turned right.
    [GeneratedRegex(@"^(?<wrong>\d+) conversations turned wrong, (?<right>\d+) turned right\.", RegexOptions.Multiline)]
    private static partial Regex Counts();
}
