using System.Diagnostics;
using System.Globalization;

namespace IntercomRag.Benchmarks.Regressions;

/// <summary>
/// <c>regressions [--only policy|code|neutral]</c>: whether the gate notices. Each seeded change is made alone in a copy of the repository and put through the gate
/// there, against a baseline of the unchanged copy. Returns 1 when fewer than 9 in 10 regressions are caught, or a neutral change is flagged.
/// </summary>
internal static class RegressionsCommand
{
    private const double Caught = 0.9;
    private const int ShownRules = 4;
    private const string Project = "IntercomRag.Eval";

    // Seeded changes are not held to the style of the repository.
    private static readonly string[] s_options =
        ["-c", "Release", "-v", "q", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false"];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (ReadChanges(arguments) is not { } changes)
        {
            Console.Error.WriteLine("regressions takes nothing, or: --only policy | code | neutral");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        using var copy = await RepositoryCopy.CreateAsync(cancellationToken);
        if (await PrepareAsync(copy, cancellationToken) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        Console.WriteLine("| change | kind | caught | turned wrong | right | by |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var results = new List<(SeededChange Change, GateOutcome Outcome)>();
        foreach (var change in changes)
        {
            var outcome = await TryAsync(copy, change, cancellationToken);
            results.Add((change, outcome));
            Console.WriteLine(Row(change, outcome));
        }

        return Judge(results, watch.Elapsed);
    }

    private static IReadOnlyList<SeededChange>? ReadChanges(IReadOnlyList<string> arguments)
    {
        IEnumerable<SeededChange> all = [.. PolicyChanges.All, .. CodeChanges.All, .. NeutralChanges.All];
        return arguments switch
        {
            [] => [.. all],
            ["--only", var name] when Enum.GetNames<ChangeKind>().FirstOrDefault(kind => kind.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } kind =>
                [.. all.Where(change => change.Kind == Enum.Parse<ChangeKind>(kind))],
            _ => null,
        };
    }

    /// <summary>Builds the copy and makes its baseline. What went wrong, or null.</summary>
    private static async Task<string?> PrepareAsync(RepositoryCopy copy, CancellationToken cancellationToken)
    {
        var build = await copy.DotnetAsync(["build", Project, .. s_options], cancellationToken);
        if (build.ExitCode != 0)
        {
            return $"The copy does not build:\n{build.Output}";
        }

        var baseline = await EvalAsync(copy, "baseline", cancellationToken);
        if (baseline.ExitCode != 0)
        {
            return $"There is no baseline of the copy:\n{baseline.Output}";
        }

        var unchanged = await GateAsync(copy, cancellationToken);
        return unchanged is { Passed: true, TurnedWrong: 0, TurnedRight: 0 } ? null : $"The gate does not let the unchanged copy pass:\n{unchanged.Output}";
    }

    private static async Task<GateOutcome> TryAsync(RepositoryCopy copy, SeededChange change, CancellationToken cancellationToken)
    {
        try
        {
            using var applied = copy.Apply(change);
            return change.NeedsBuild ? await BuildAndGateAsync(copy, change, cancellationToken) : await GateAsync(copy, cancellationToken);
        }
        catch (InvalidOperationException notThere)
        {
            return new GateOutcome(null, [], 0, 0, $"{change.File}: {notThere.Message}");
        }
    }

    // Seeded changes leave the surface of their project as it was, so that it alone has to be built.
    private static async Task<GateOutcome> BuildAndGateAsync(RepositoryCopy copy, SeededChange change, CancellationToken cancellationToken)
    {
        var project = change.File.Split('/')[0];
        var (code, output) = await copy.DotnetAsync(["build", project, "--no-restore", "--no-dependencies", .. s_options], cancellationToken);
        if (code != 0)
        {
            return new GateOutcome(null, [], 0, 0, output);
        }

        using var replaced = copy.PutInto(Project, project);
        return await GateAsync(copy, cancellationToken);
    }

    private static async Task<GateOutcome> GateAsync(RepositoryCopy copy, CancellationToken cancellationToken)
    {
        var (code, output) = await EvalAsync(copy, "gate", cancellationToken);
        return GateOutcome.Of(code, output);
    }

    private static Task<(int ExitCode, string Output)> EvalAsync(RepositoryCopy copy, string command, CancellationToken cancellationToken) =>
        copy.DotnetAsync([Path.Combine(copy.Output(Project), $"{Project}.dll"), command, "--policies", "policies"], cancellationToken);

    private static string Row(SeededChange change, GateOutcome outcome)
    {
        var said = outcome.Passed switch { null => "could not run", true => "no", false => "**yes**" };
        var rules = string.Join(", ", outcome.Rules.Take(ShownRules)) + (outcome.Rules.Count > ShownRules ? $" and {outcome.Rules.Count - ShownRules} more" : "");
        var by = outcome.Passed is null ? outcome.Output.ReplaceLineEndings(" ") : rules;
        return $"| {change.Name} | {change.Kind.ToString().ToLowerInvariant()} | {said} | {outcome.TurnedWrong} | {outcome.TurnedRight} | {by} |";
    }

    private static int Judge(List<(SeededChange Change, GateOutcome Outcome)> results, TimeSpan elapsed)
    {
        var regressions = results.Where(result => result.Change.Kind != ChangeKind.Neutral).ToList();
        var neutral = results.Where(result => result.Change.Kind == ChangeKind.Neutral).ToList();
        var caught = regressions.Count(result => result.Outcome.Passed == false);
        var passed = neutral.Count(result => result.Outcome.Passed == true);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{caught} of {regressions.Count} regressions caught, {neutral.Count - passed} of {neutral.Count} neutral changes flagged; {elapsed.TotalMinutes:0.0} minutes"));
        return results.TrueForAll(result => result.Outcome.Passed is not null) && caught >= Caught * regressions.Count && passed == neutral.Count ? 0 : 1;
    }
}
