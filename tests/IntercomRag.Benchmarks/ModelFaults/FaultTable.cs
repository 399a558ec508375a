using System.Globalization;
using IntercomRag.Benchmarks.Attacks;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Benchmarks.ModelFaults;

internal static class FaultTable
{
    public static void Begin()
    {
        Console.WriteLine("| the model | asked | messages | answered | asked, offered | handed over | no reply | internal words | unknown links | reply after p50 | p95 | max |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    public static void Row(FaultResult result, HelpCenterFacts facts)
    {
        var replies = result.Replies;
        var ends = Enum.GetValues<TurnEnd>().Select(end => replies.Count(reply => reply.End == end));
        var times = replies.Select(reply => reply.Elapsed).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {CodeName.Of(result.Behaviour)} | {result.Asked} | {replies.Count} | {string.Join(" | ", ends)} | {replies.Count(reply => InternalWords.In(reply.Text).Any())} | {replies.Count(reply => facts.UnknownAddresses(reply.Text).Any())} | {At(0.5)} | {At(0.95)} | {At(1)} |"));

        string At(double share) =>
            string.Create(CultureInfo.InvariantCulture, $"{times[Math.Max(0, (int)Math.Ceiling(share * times.Count) - 1)].TotalSeconds:0.0} s");
    }
}
