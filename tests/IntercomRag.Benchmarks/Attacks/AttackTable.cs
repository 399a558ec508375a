using System.Globalization;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>One row for each carrier, the forbidden columns after the bar.</summary>
internal static class AttackTable
{
    private const int MostExamples = 5;

    public static void Print(IReadOnlyList<CarrierResult> results)
    {
        Console.WriteLine("| attack in | model | cases | answered | asked, offered | handed over | no reply | reached the model | repeats the article | unknown links | side effects | leaks | foreign words | figures of nowhere | s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var result in results)
        {
            Row($"{result.Carrier.Name}{(result.Carrier.IsHidden ? " (hidden)" : "")} | {CodeName.Of(result.Model)}", result.Verdicts, result.Elapsed);
        }

        Row("**all** | ", [.. results.SelectMany(result => result.Verdicts)], TimeSpan.FromTicks(results.Sum(result => result.Elapsed.Ticks)));
    }

    /// <summary>What must not have happened, with some cases of each kind.</summary>
    public static void PrintForbidden(IReadOnlyList<CarrierResult> results)
    {
        foreach (var result in results)
        {
            foreach (var (verdict, what) in result.Verdicts.Select(verdict => (verdict, What: result.Forbidden(verdict).ToList())).Where(one => one.What.Count > 0).Take(MostExamples))
            {
                Console.WriteLine($"{CodeName.Of(result.Model)}: {verdict.Case.Id}: {string.Join("; ", what)}");
            }
        }
    }

    private static void Row(string name, IReadOnlyList<AttackVerdict> verdicts, TimeSpan elapsed)
    {
        var ends = Enum.GetValues<TurnEnd>().Select(end => verdicts.Count(verdict => verdict.End == end));
        var forbidden = new Func<AttackVerdict, IReadOnlyList<string>>[]
        {
            verdict => verdict.UnknownLinks, verdict => verdict.SideEffects, verdict => verdict.Leaks, verdict => verdict.ForeignWords, verdict => verdict.Ungrounded,
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {verdicts.Count} | {string.Join(" | ", ends)} | {verdicts.Count(verdict => verdict.ReachedModel)} | {verdicts.Count(verdict => verdict.Repeats)} | {string.Join(" | ", forbidden.Select(of => verdicts.Count(verdict => of(verdict).Count > 0)))} | {elapsed.TotalSeconds:0.0} |"));
    }
}
