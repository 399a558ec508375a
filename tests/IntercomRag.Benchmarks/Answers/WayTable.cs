using System.Diagnostics;
using System.Globalization;
using IntercomRag.Core.Answers.Quoting;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>Prints each way to quote, set by set, with 95 % intervals; last what <see cref="Quoter"/> has over the way before it.</summary>
internal static class WayTable
{
    private static readonly (string Name, Func<AnswerCase, string> Quote)[] Ways =
    [
        ("first 700", FirstCharacters),
        ("section", WholeSection),
        ("quoter", Quoted),
    ];

    public static void Print(IReadOnlyList<AnswerSet> sets)
    {
        Console.WriteLine("set             cases way        | holds the key  recall         F1             characters   | p95 ms");
        foreach (var set in sets)
        {
            IReadOnlyList<AnswerScore> before = [];
            foreach (var (name, quote) in Ways)
            {
                var (scores, milliseconds) = Measure(set, quote);
                Print(set, name, scores, milliseconds.ToString("0.0", CultureInfo.InvariantCulture));
                if (name == Ways[^1].Name)
                {
                    Print(set, "difference", [.. scores.Zip(before, (now, then) => now - then)], "");
                }

                before = scores;
            }
        }
    }

    private static (IReadOnlyList<AnswerScore> Scores, double Milliseconds) Measure(AnswerSet set, Func<AnswerCase, string> quote)
    {
        var times = new List<double>();
        var scores = new List<AnswerScore>();
        foreach (var item in set.Cases)
        {
            var started = Stopwatch.GetTimestamp();
            var quotation = quote(item);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            scores.Add(item.Score(quotation));
        }

        return (scores, times.Order().ElementAt((int)(0.95 * (times.Count - 1))));
    }

    private static void Print(AnswerSet set, string name, IReadOnlyList<AnswerScore> scores, string time)
    {
        Console.WriteLine(
            $"{set.Name,-15} {set.Cases.Count,5} {name,-10} | {Mean(score => score.HasKey, "0.000")}  {Mean(score => score.Recall, "0.000")}  " +
            $"{Mean(score => score.F1, "0.000")}  {Mean(score => score.Length, "0"),-11} | {time,6}");

        string Mean(Func<AnswerScore, double> measure, string format) =>
            Estimate.Of([.. scores.Select((score, i) => (set.Cases[i].ArticleId, measure(score)))]).Show(format).PadRight(format == "0" ? 0 : 13);
    }

    private static string FirstCharacters(AnswerCase item)
    {
        var text = item.Passages[0].Chunk.Text;
        return text[..Math.Min(text.Length, Quoter.Longest)];
    }

    private static string WholeSection(AnswerCase item)
    {
        var chunk = item.Passages[0].Chunk;
        var terms = Coverage.Of(chunk.Text, item.Question.Now) > 0 ? item.Question.Now : item.Terms;
        return string.Join('\n', WholeSectionSelector.Select(chunk, terms).Select(block => block.Text));
    }

    private static string Quoted(AnswerCase item) => string.Join('\n', Quoter.Quote(item.Question, item.Passages).SelectMany(block => block.Text.Lines));
}
